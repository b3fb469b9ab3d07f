package io.workosjdbc.fetch;

import static io.workosjdbc.fetch.Reading.CONNECTIONS;
import static io.workosjdbc.fetch.Reading.ORGANIZATIONS;
import static io.workosjdbc.fetch.Reading.event;
import static io.workosjdbc.fetch.Reading.get;
import static io.workosjdbc.fetch.Reading.list;
import static io.workosjdbc.fetch.Reading.object;
import static io.workosjdbc.fetch.Reading.page;
import static io.workosjdbc.fetch.Reading.plan;
import static io.workosjdbc.fetch.Reading.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.workosjdbc.http.ApiException;
import io.workosjdbc.resource.Resource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A list that is too old is asked for again only if events say that it has changed. */
class ProofsTest {
  private static final String PROOF =
      "GET /events?limit=100&events=organization.created,organization.updated,organization.deleted,"
          + "organization_domain.created,organization_domain.updated,organization_domain.deleted,"
          + "organization_domain.verified,organization_domain.verification_failed";

  private static final String OKTA = "'connection_type':'OktaSAML'";

  private final ScriptedApi api = new ScriptedApi();

  @AfterEach
  void close() {
    api.close();
  }

  private List<String> all(Resource resource) {
    return read(api.caching(), plan(list(resource)), "id");
  }

  private void readTwoPages(Resource resource) {
    api.answers(page("b", object("a"), object("b"))).answers(page("", object("c")));
    assertThat(all(resource)).containsExactly("a", "b", "c");
    assertThat(api.sent()).hasSize(2);
  }

  private void pass(Duration time) {
    api.clock.pass(time);
  }

  @Test
  void withoutAnEventTheListStillHolds() {
    readTwoPages(ORGANIZATIONS);
    pass(Duration.ofMinutes(10));
    api.answers(page(""));
    assertThat(all(ORGANIZATIONS)).containsExactly("a", "b", "c");
    assertThat(api.sent()).hasSize(3);
    assertThat(api.sent().get(2))
        .isEqualTo(
            PROOF + "&range_start=2026-02-28T23:59:29.999Z&range_end=2026-03-02T00:10:00.000Z");
  }

  /** An event may show up late: the list is believed as it was half a minute before the proof. */
  @Test
  void aProofCountsForLessThanTheList() {
    readTwoPages(ORGANIZATIONS);
    pass(Duration.ofMinutes(10));
    api.answers(page(""));
    all(ORGANIZATIONS);
    pass(Duration.ofSeconds(29));
    assertThat(all(ORGANIZATIONS)).hasSize(3);
    assertThat(api.sent()).hasSize(3);
    pass(Duration.ofSeconds(1));
    api.answers(page(""));
    assertThat(all(ORGANIZATIONS)).hasSize(3);
    assertThat(api.sent()).hasSize(4);
    assertThat(api.sent().get(3)).startsWith(PROOF + "&range_start=2026-02-28T23:59:29.999Z");
  }

  @Test
  void anEventHasTheListReadAgain() {
    readTwoPages(ORGANIZATIONS);
    pass(Duration.ofMinutes(10));
    api.answers(page("", event("event_1", "2026-03-01T00:05:00Z")))
        .answers(page("", object("a"), object("d")));
    assertThat(all(ORGANIZATIONS)).containsExactly("a", "d");
    assertThat(api.sent()).hasSize(4);
  }

  @Test
  void aListOfOnePageIsReadAgain() {
    api.answers(page("", object("a")));
    all(ORGANIZATIONS);
    pass(Duration.ofMinutes(10));
    api.answers(page("", object("b")));
    assertThat(all(ORGANIZATIONS)).containsExactly("b");
    assertThat(api.sent()).hasSize(2);
  }

  @Test
  void whatOneRequestGivesIsAskedFor() {
    readTwoPages(ORGANIZATIONS);
    pass(Duration.ofMinutes(10));
    api.answers(object("a", "'name':'New'"));
    assertThat(read(api.caching(), plan(get(ORGANIZATIONS, "id", "a")), "name"))
        .containsExactly("New");
    api.answers(page("", object("c", "'domains':[{'domain':'c.example'}]")));
    assertThat(read(api.caching(), plan(list(ORGANIZATIONS, "domains", "c.example")), "id"))
        .containsExactly("c");
    assertThat(api.sent().subList(2, 4)).noneMatch(request -> request.contains("/events"));
  }

  @Test
  void aDayOldListIsReadAgain() {
    readTwoPages(ORGANIZATIONS);
    pass(Duration.ofHours(25));
    api.answers(page("", object("b")));
    assertThat(all(ORGANIZATIONS)).containsExactly("b");
    assertThat(api.sent()).hasSize(3);
  }

  /** Not every change of a connection is told. */
  @Test
  void whereEventsTellOnlySomeTheListIsBelievedForMinutes() {
    readTwoPages(CONNECTIONS);
    pass(Duration.ofMinutes(10));
    api.answers(page(""));
    assertThat(all(CONNECTIONS)).hasSize(3);
    assertThat(api.sent().get(2)).startsWith("GET /events?").contains("connection.activated");
    pass(Duration.ofMinutes(1));
    api.answers(page("", object("b")));
    assertThat(all(CONNECTIONS)).containsExactly("b");
    assertThat(api.sent()).hasSize(4);
  }

  @Test
  void aServiceThatRefusesTheQuestionIsNotAskedTwice() {
    for (int round = 0; round < 2; round++) {
      api.answers(page("b", object("a"), object("b"))).answers(page("", object("c")));
      all(ORGANIZATIONS);
      pass(Duration.ofMinutes(10));
      if (round == 0) {
        api.answers(422, "{'message':'Unknown event: organization_domain.created'}");
      }
    }
    api.answers(page("", object("d")));
    assertThat(all(ORGANIZATIONS)).containsExactly("d");
    assertThat(api.sent()).filteredOn(request -> request.contains("/events")).hasSize(1);
  }

  @Test
  void aQuestionThatFailsFailsTheStatement() {
    readTwoPages(ORGANIZATIONS);
    pass(Duration.ofMinutes(10));
    api.answers(503, "{}");
    assertThatExceptionOfType(ApiException.class).isThrownBy(() -> all(ORGANIZATIONS));
  }

  @Test
  void whoWantsYoungAnswersIsNotGivenAProof() {
    api.answers(page("b", object("a"), object("b"))).answers(page("", object("c")));
    var impatient = api.fetcher().accepting(Duration.ofSeconds(20));
    read(impatient, plan(list(ORGANIZATIONS)), "id");
    pass(Duration.ofSeconds(21));
    api.answers(page("", object("d")));
    assertThat(read(impatient, plan(list(ORGANIZATIONS)), "id")).containsExactly("d");
  }

  @Test
  void anotherProcessNeedsOneRequestToo(@TempDir Path folder) {
    api.answers(page("b", object("a"), object("b"))).answers(page("", object("c")));
    read(api.processIn(folder), plan(list(ORGANIZATIONS)), "id");
    pass(Duration.ofMinutes(10));
    api.answers(page(""));
    assertThat(read(api.processIn(folder), plan(list(ORGANIZATIONS)), "id"))
        .containsExactly("a", "b", "c");
    assertThat(api.sent()).hasSize(3);
    assertThat(api.sent().get(2)).startsWith(PROOF + "&range_start=2026-02-28T23:59:29.999Z");
  }

  @Test
  void whatAnotherProcessFoundOutToBeOldIsReadAgain(@TempDir Path folder) {
    api.answers(page("b", object("a"), object("b"))).answers(page("", object("c")));
    read(api.processIn(folder), plan(list(ORGANIZATIONS)), "id");
    pass(Duration.ofMinutes(10));
    api.answers(page("", event("event_1", "2026-03-01T00:05:00Z")))
        .answers(page("e", object("d"), object("e")))
        .answers(page("", object("f")));
    read(api.processIn(folder), plan(list(ORGANIZATIONS)), "id");
    assertThat(read(api.processIn(folder), plan(list(ORGANIZATIONS)), "id"))
        .containsExactly("d", "e", "f");
    assertThat(api.sent()).hasSize(5);
  }

  /** It looks at all the time since the list was read, not since the last proof. */
  @Test
  void anEventThatIsLateIsFoundByTheNextProof() {
    readTwoPages(ORGANIZATIONS);
    pass(Duration.ofMinutes(10));
    api.answers(page(""));
    assertThat(all(ORGANIZATIONS)).hasSize(3);
    pass(Duration.ofMinutes(1));
    api.answers(page("", event("event_1", "2026-03-01T00:05:00Z"))).answers(page("", object("d")));
    assertThat(all(ORGANIZATIONS)).containsExactly("d");
  }

  @Test
  void anEmptyPageThatGoesOnProvesNothing() {
    readTwoPages(ORGANIZATIONS);
    pass(Duration.ofMinutes(10));
    api.answers(page("event_1")).answers(page("", object("d")));
    assertThat(all(ORGANIZATIONS)).containsExactly("d");
  }

  /** A service that does not keep to names or times tells of something: that is no proof. */
  @Test
  void anEventThatWasNotAskedForProvesNothing() {
    readTwoPages(ORGANIZATIONS);
    pass(Duration.ofMinutes(10));
    api.answers(page("", event("event_1", "2025-12-01T00:05:00Z"))).answers(page("", object("d")));
    assertThat(all(ORGANIZATIONS)).containsExactly("d");
  }

  @Test
  void aKeyThatMayNotSeeEventsIsHelpedByAgeAlone() {
    readTwoPages(ORGANIZATIONS);
    for (var id : List.of("d", "e")) {
      pass(Duration.ofMinutes(10));
      if (id.equals("d")) {
        api.answers(403, "{'message':'no'}");
      }
      api.answers(page("y", object("x"), object("y"))).answers(page("", object(id)));
      assertThat(all(ORGANIZATIONS)).containsExactly("x", "y", id);
    }
    assertThat(api.sent()).filteredOn(request -> request.contains("/events")).hasSize(1);
  }

  @Test
  void aListOfTheFutureIsReadAgain(@TempDir Path folder) {
    api.answers(page("b", object("a"), object("b"))).answers(page("", object("c")));
    var process = api.processIn(folder);
    read(process, plan(list(ORGANIZATIONS)), "id");
    pass(Duration.ofHours(-1));
    api.answers(page("e", object("d"), object("e"))).answers(page("", object("f")));
    assertThat(read(process, plan(list(ORGANIZATIONS)), "id")).containsExactly("d", "e", "f");
    pass(Duration.ofHours(-1));
    api.answers(page("", object("g")));
    assertThat(read(api.processIn(folder), plan(list(ORGANIZATIONS)), "id")).containsExactly("g");
  }

  /** A part of a list is proven like the whole. */
  @Test
  void aNarrowedListIsProvenToo() {
    var okta = plan(list(CONNECTIONS, "connection_type", "OktaSAML"));
    api.answers(page("b", object("a", OKTA), object("b", OKTA)))
        .answers(page("", object("c", OKTA)));
    read(api.caching(), okta, "id");
    pass(Duration.ofMinutes(5));
    api.answers(page(""));
    assertThat(read(api.caching(), okta, "id")).containsExactly("a", "b", "c");
    assertThat(api.sent()).hasSize(3);
  }
}
