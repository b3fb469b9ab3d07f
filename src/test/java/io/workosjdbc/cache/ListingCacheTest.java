package io.workosjdbc.cache;

import static io.workosjdbc.request.Direction.ASCENDING;
import static io.workosjdbc.request.Direction.DESCENDING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.workosjdbc.request.ArrayStyle;
import io.workosjdbc.request.Direction;
import io.workosjdbc.request.GetRequest;
import io.workosjdbc.request.ListRequest;
import io.workosjdbc.request.Request;
import io.workosjdbc.request.Window;
import io.workosjdbc.resource.Parameter;
import io.workosjdbc.resource.Resource;
import io.workosjdbc.workos.WorkOs;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ListingCacheTest {

  private static final Resource CONNECTIONS =
      WorkOs.SOURCE.resource("workos_connection").orElseThrow();
  private static final Duration TTL = Duration.ofMinutes(1);
  private static final int PAGE_BYTES = 700;

  private Instant now = Instant.parse("2026-03-01T00:00:00Z");
  private int clockReadings;
  private final ListingCache cache = new ListingCache(10_000, new SettableClock());
  private final List<String> loaded = new ArrayList<>();

  private final class SettableClock extends Clock {
    @Override
    public Instant instant() {
      clockReadings++;
      return now;
    }

    @Override
    public ZoneOffset getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(java.time.ZoneId zone) {
      return this;
    }
  }

  private static ListRequest list(String... filters) {
    return list(Optional.empty(), filters);
  }

  private static ListRequest list(Optional<Direction> order, String... filters) {
    Map<Parameter, String> narrowing = new java.util.HashMap<>();
    for (int at = 0; at < filters.length; at += 2) {
      var name = filters[at];
      CONNECTIONS.listing().parameters().stream()
          .filter(parameter -> parameter.name().equals(name))
          .forEach(parameter -> narrowing.put(parameter, filters[filters.length - 1]));
    }
    return new ListRequest(
        CONNECTIONS, Map.of(), narrowing, List.of(), ArrayStyle.COMMA, order, Optional.empty());
  }

  private static GetRequest get(String id) {
    return new GetRequest(CONNECTIONS, CONNECTIONS.singleGets().get(0), id);
  }

  private static ListRequest filtered(int number) {
    return list("organization_id", "org_" + number);
  }

  private static StoredPage page(String name, boolean last) {
    return new StoredPage(
        new byte[PAGE_BYTES],
        last ? Optional.empty() : Optional.of(name),
        3,
        name,
        Optional.empty(),
        Instant.EPOCH);
  }

  /** Reads pages of a request; of {@code existing} ones, each that is loaded is noted. */
  private List<String> read(Request request, int pages, int existing) {
    return read(cache.open(request, TTL), pages, existing);
  }

  private List<String> read(CachedListing listing, int pages, int existing) {
    var lines = new ArrayList<String>();
    Optional<String> cursor = Optional.empty();
    for (int index = 0; index < pages; index++) {
      var name = listing.request().target() + " " + index;
      boolean last = index == existing - 1;
      var page =
          listing.page(
              index,
              cursor,
              after -> {
                loaded.add(name);
                return page(name, last);
              },
              flight -> {
                throw new IllegalStateException("nobody else reads");
              });
      lines.add(page.line());
      cursor = page.next();
    }
    return lines;
  }

  /** A table with a list for each user has thousands, and each of them is looked for. */
  @Test
  void aListIsFoundWithoutLookingAtTheOthers() {
    var many = new ListingCache(Long.MAX_VALUE, new SettableClock());
    IntStream.range(0, 1000).forEach(each -> read(many.open(filtered(each), TTL), 1, 1));
    clockReadings = 0;
    loaded.clear();

    read(many.open(filtered(500), TTL), 1, 1);
    assertThat(loaded).isEmpty();
    assertThat(many.held(filtered(500), TTL)).isPresent();
    assertThat(many.stale(filtered(1000), TTL)).isEmpty();
    read(many.open(filtered(1000), TTL), 1, 1);
    assertThat(loaded).hasSize(1);

    assertThat(clockReadings).isLessThan(20);
  }

  @Test
  void aSecondReaderLoadsOnlyWhatTheFirstLeft() {
    read(list(), 1, 3);
    assertThat(read(list(), 3, 3))
        .containsExactly(
            "/connections?limit=100 0", "/connections?limit=100 1", "/connections?limit=100 2");
    read(list(), 3, 3);
    assertThat(loaded).hasSize(3).doesNotHaveDuplicates();
  }

  @Test
  void anAnswerIsTooOldWhenItsFirstPageIs() {
    read(list(), 1, 2);
    now = now.plusSeconds(59);
    read(list(), 2, 2);
    assertThat(loaded).hasSize(2);
    now = now.plusSeconds(1);
    read(list(), 2, 2);
    assertThat(loaded).hasSize(4);
  }

  @Test
  void eachQuestionDecidesHowOldAnAnswerMayBe() {
    read(list(), 1, 1);
    now = now.plusSeconds(10);
    assertThat(cache.held(list(), Duration.ofSeconds(10))).isEmpty();
    assertThat(cache.held(list(), Duration.ofSeconds(11)))
        .contains(new Held(Duration.ofSeconds(10), true, 3));
  }

  @Test
  void aCompleteAnswerServesEveryNarrowerQuestion() {
    read(list(), 2, 2);
    var narrower =
        List.of(
            list("organization_id", "o"),
            list(Optional.of(ASCENDING)),
            list(Optional.of(DESCENDING), "organization_id", "o"),
            get("c1"));
    for (var request : narrower) {
      assertThat(cache.open(request, TTL).request()).isEqualTo(list());
      assertThat(cache.held(request, TTL)).contains(new Held(Duration.ZERO, true, 6));
    }
  }

  @Test
  void aBeginningServesOnlyTheSameQuestion() {
    read(list(), 1, 2);
    assertThat(cache.open(list("organization_id", "o"), TTL).request()).isNotEqualTo(list());
    assertThat(cache.open(list(Optional.of(ASCENDING)), TTL).request()).isNotEqualTo(list());
    assertThat(cache.open(get("c1"), TTL).request()).isEqualTo(get("c1"));
    assertThat(cache.held(list(), TTL)).contains(new Held(Duration.ZERO, false, 3));
  }

  @Test
  void aNarrowedAnswerServesNoBroaderAndNoOtherQuestion() {
    read(list("organization_id", "o"), 1, 1);
    var others =
        List.of(
            list(), list("organization_id", "p"), list("connection_type", "OktaSAML"), get("c1"));
    for (var request : others) {
      assertThat(cache.held(request, TTL)).isEmpty();
    }
    assertThat(cache.held(list(Optional.of(ASCENDING), "organization_id", "o"), TTL)).isPresent();
  }

  @Test
  void listsOfOtherTablesAreOtherLists() {
    read(list(), 1, 1);
    var directories = WorkOs.SOURCE.resource("workos_directory").orElseThrow();
    var other =
        new ListRequest(
            directories,
            Map.of(),
            Map.of(),
            List.of(),
            ArrayStyle.COMMA,
            Optional.empty(),
            Optional.empty());
    assertThat(cache.held(other, TTL)).isEmpty();
  }

  @Test
  void listsWithATimeRangeAreNotKept() {
    var events = WorkOs.SOURCE.resource("workos_auth_event").orElseThrow();
    var window = new Window(now.minusSeconds(1), now);
    var request =
        new ListRequest(
            events,
            Map.of(),
            Map.of(),
            List.of(),
            ArrayStyle.COMMA,
            Optional.empty(),
            Optional.of(window));
    assertThat(ListingCache.keeps(request)).isFalse();
    assertThat(ListingCache.keeps(list())).isTrue();
    assertThat(ListingCache.keeps(get("c1"))).isTrue();
  }

  @Test
  void theLeastRecentlyUsedGoFirst() {
    for (var id : List.of("a", "b", "c")) {
      read(get(id), 1, 1);
    }
    read(get("a"), 1, 1);
    read(list(), 8, 20);
    assertThat(cache.held(get("b"), TTL)).isEmpty();
    assertThat(cache.held(get("c"), TTL)).isPresent();
    assertThat(cache.held(get("a"), TTL)).isPresent();
    assertThat(cache.held(list(), TTL)).isPresent();
  }

  @Test
  void anAnswerThatIsTooLargeIsReadAndNotKept() {
    assertThat(read(list(), 20, 20)).hasSize(20);
    assertThat(cache.held(list(), TTL)).isEmpty();
    assertThat(loaded).hasSize(20);
  }

  @Test
  void aReaderOfAnAnswerThatWasForgottenReadsOn() {
    var listing = cache.open(list(), TTL);
    read(listing, 1, 3);
    cache.clear();
    read(listing, 2, 3);
    assertThat(cache.held(list(), TTL)).isEmpty();
    assertThat(read(list(), 1, 3)).hasSize(1);
  }

  @Test
  void aFailureIsNotKept() {
    var listing = cache.open(list(), TTL);
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                listing.page(
                    0,
                    Optional.empty(),
                    cursor -> {
                      throw new IllegalStateException("no answer");
                    },
                    flight -> {}));
    assertThat(cache.held(list(), TTL)).isEmpty();
    assertThat(read(list(), 1, 1)).hasSize(1);
  }
}
