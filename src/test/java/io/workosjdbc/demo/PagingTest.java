package io.workosjdbc.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PagingTest {
  private static final DemoServer SERVER =
      DemoServer.start(DemoOptions.defaults().withEventCount(0));
  private static final List<String> OLDEST_FIRST =
      SERVER.data().organizations().stream().map(DemoOrganization::id).toList();
  private static final List<String> NEWEST_FIRST = reversed(OLDEST_FIRST);
  private final DemoClient client = new DemoClient(SERVER);

  @AfterAll
  static void close() {
    SERVER.close();
  }

  @AfterEach
  void noQuirks() {
    SERVER.quirks();
  }

  @Test
  void tenNewestRowsByDefault() {
    var page = client.get("/organizations");
    assertThat(page.ids()).isEqualTo(NEWEST_FIRST.subList(0, 10));
    assertThat(page.before()).isEmpty();
    assertThat(page.after()).isEqualTo(NEWEST_FIRST.get(9));
    assertThat(page.json().get("object").asText()).isEqualTo("list");
  }

  @Test
  void followingAfterReachesEveryRowInBothOrders() {
    assertThat(client.allIds("/organizations?limit=7")).isEqualTo(NEWEST_FIRST);
    assertThat(client.allIds("/organizations?limit=7&order=desc")).isEqualTo(NEWEST_FIRST);
    assertThat(client.allIds("/organizations?limit=7&order=asc")).isEqualTo(OLDEST_FIRST);
  }

  @Test
  void anExactlyFullLastPageHasNoCursor() {
    var pages = client.pages("/organizations?limit=20");
    assertThat(pages).hasSize(2);
    assertThat(pages.get(1).ids()).hasSize(20);
    assertThat(pages.get(1).json().at("/list_metadata/after").isNull()).isTrue();
    assertThat(pages.get(1).before()).isEqualTo(NEWEST_FIRST.get(20));
  }

  @Test
  void beforeGivesTheRowsNextToTheCursor() {
    var page = client.get("/organizations?limit=3&before=" + NEWEST_FIRST.get(10));
    assertThat(page.ids()).isEqualTo(NEWEST_FIRST.subList(7, 10));
    assertThat(page.before()).isEqualTo(NEWEST_FIRST.get(7));
    assertThat(page.after()).isEqualTo(NEWEST_FIRST.get(9));
    assertThat(client.get("/organizations?order=asc&limit=3&before=" + OLDEST_FIRST.get(2)).ids())
        .isEqualTo(OLDEST_FIRST.subList(0, 2));
  }

  @Test
  void normalIsNewestFirstWithSwappedCursors() {
    var page = client.get("/organizations?limit=3&order=normal");
    assertThat(page.ids()).isEqualTo(NEWEST_FIRST.subList(0, 3));
    assertThat(page.after()).isEmpty();
    assertThat(page.before()).isEqualTo(NEWEST_FIRST.get(2));
    assertThat(client.get("/organizations?limit=3&order=normal&before=" + page.before()).ids())
        .isEqualTo(NEWEST_FIRST.subList(3, 6));
  }

  @Test
  void wrongPagingParametersAreRefused() {
    for (String wrong : List.of("limit=0", "limit=101", "limit=ten", "limit=", "order=newest")) {
      assertThat(client.get("/organizations?" + wrong).status()).as(wrong).isEqualTo(422);
    }
    String id = NEWEST_FIRST.get(5);
    assertThat(client.get("/organizations?after=" + id + "&before=" + id).status()).isEqualTo(422);
    assertThat(client.get("/organizations?after=org_missing").json())
        .hasToString(
            "{\"message\":\"Validation failed.\",\"errors\":[{\"field\":\"after\",\"code\":\"invalid_cursor\"}]}");
  }

  @Test
  void aQuirkRestartsAtAnUnknownCursor() {
    SERVER.quirks(Quirk.UNKNOWN_CURSOR_RESTARTS);
    assertThat(client.get("/organizations?after=org_missing").ids())
        .isEqualTo(NEWEST_FIRST.subList(0, 10));
  }

  @Test
  void quirksIgnoreTheOrderOfLists() {
    SERVER.quirks(Quirk.LISTS_IGNORE_ORDER);
    assertThat(client.allIds("/organizations?limit=30&order=asc")).isEqualTo(NEWEST_FIRST);
    SERVER.quirks(Quirk.LISTS_OLDEST_FIRST);
    assertThat(client.allIds("/organizations?limit=30&order=desc")).isEqualTo(OLDEST_FIRST);
  }

  @Test
  void aQuirkMakesShortPagesThatLoseNothing() {
    SERVER.quirks(Quirk.SHORT_PAGES);
    assertThat(client.get("/organizations?limit=10").ids()).hasSize(4);
    assertThat(client.allIds("/organizations?limit=10")).isEqualTo(NEWEST_FIRST);
    assertThat(client.allIds("/organizations?limit=1")).isEqualTo(NEWEST_FIRST);
  }

  @Test
  void anEmptyListHasNoCursors() {
    assertThat(client.get("/organizations?domains=no.example").json())
        .hasToString(
            "{\"object\":\"list\",\"data\":[],\"list_metadata\":{\"before\":null,\"after\":null}}");
  }

  private static List<String> reversed(List<String> list) {
    List<String> copy = new ArrayList<>(list);
    Collections.reverse(copy);
    return copy;
  }
}
