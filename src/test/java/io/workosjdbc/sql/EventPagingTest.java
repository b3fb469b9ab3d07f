package io.workosjdbc.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.workosjdbc.demo.Breakage;
import io.workosjdbc.demo.DemoData;
import io.workosjdbc.demo.DemoEvent;
import io.workosjdbc.demo.Fault;
import io.workosjdbc.demo.PageFault;
import io.workosjdbc.demo.Quirk;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** 250 events of one day, three every quarter of an hour, on three pages. */
class EventPagingTest {
  private static final String FIRST =
      "GET /events?limit=100&events=authentication.mfa_failed&order=asc"
          + "&range_start=2026-06-19T23:59:59.999Z&range_end=2026-06-21T00:00:00.000Z";
  private static final String NEXT =
      "GET /events?limit=100&events=authentication.mfa_failed&order=asc"
          + "&range_end=2026-06-21T00:00:00.000Z&after=";
  private static final String DAY =
      " from workos_auth_event where event_type = 'authentication.mfa_failed'"
          + " and created_at >= timestamp '2026-06-20 00:00:00'"
          + " and created_at < timestamp '2026-06-21 00:00:00'";

  @RegisterExtension static final Api API = Api.of(DemoData.of(events()));

  private static List<DemoEvent> events() {
    return IntStream.range(0, 250)
        .mapToObj(
            i ->
                DemoEvent.of(
                    "event_%03d".formatted(i),
                    "authentication.mfa_failed",
                    StoryTime.at("2026-06-20T00:00:00Z").plus(Duration.ofMinutes(15L * (i / 3)))))
        .toList();
  }

  private static Query sql(String statement) {
    return API.sql(statement);
  }

  @Test
  void laterPagesHaveACursorInPlaceOfTheStart() {
    var query = sql("select id" + DAY).sends(FIRST, NEXT + "event_099", NEXT + "event_199");
    assertThat(query.outcome().rows()).hasSize(250).isSorted().doesNotHaveDuplicates();
    query.sameWithoutPushdown();
  }

  @Test
  void aServiceThatRefusesTheEndWithACursorIsAskedWithoutIt() {
    API.server().quirks(Quirk.RANGE_END_WITH_AFTER_REFUSED);

    var without = "GET /events?limit=100&events=authentication.mfa_failed&order=asc&after=";
    var query =
        sql("select id" + DAY)
            .sends(FIRST, NEXT + "event_099", without + "event_099", without + "event_199");
    assertThat(query.outcome().rows()).hasSize(250).doesNotHaveDuplicates();
  }

  static Stream<Arguments> services() {
    return Stream.of(
            new Quirk[] {},
            new Quirk[] {Quirk.EVENTS_HONOUR_ORDER},
            new Quirk[] {Quirk.SHORT_PAGES, Quirk.RANGE_END_WITH_AFTER_REFUSED},
            new Quirk[] {Quirk.RANGE_IGNORED, Quirk.EVENTS_HONOUR_ORDER},
            new Quirk[] {Quirk.RANGE_IGNORED, Quirk.EVENTS_FILTER_IGNORED})
        .map(quirks -> Arguments.of((Object) quirks));
  }

  @ParameterizedTest
  @MethodSource("services")
  void theOrderHoldsAcrossPages(Quirk[] quirks) {
    API.server().quirks(quirks);

    assertThat(sql("select created_at" + DAY + " order by created_at").outcome().rows())
        .hasSize(250)
        .isSorted();
    assertThat(sql("select created_at" + DAY + " order by created_at desc").outcome().rows())
        .hasSize(250)
        .isSortedAccordingTo(Comparator.reverseOrder());
    sql("select created_at" + DAY + " order by created_at desc limit 2")
        .returns("2026-06-20 20:45:00.000", "2026-06-20 20:30:00.000");
  }

  @Test
  void theLatestOfAServiceThatHonoursTheOrderIsOnePageOfItsWindow() {
    API.server().quirks(Quirk.EVENTS_HONOUR_ORDER);

    sql("select id" + DAY + " order by created_at desc limit 10").sends(2, "GET /events");
  }

  @Test
  void theLatestOfAServiceThatIgnoresTheOrderIsOneWindow() {
    var query = sql("select id" + DAY + " order by created_at desc limit 10");

    // The pages of the window are sorted here, in two parts of it once they are known to be many.
    assertThat(query.outcome().rows()).hasSize(10).first().isEqualTo("event_249");
    assertThat(query.outcome().requests())
        .hasSizeLessThanOrEqualTo(6)
        .filteredOn(request -> request.contains("range_start="))
        .hasSizeLessThanOrEqualTo(4);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void pagesThatLeadNowhereFail(int page) {
    for (var fault : List.of(PageFault.REPEATED_CURSOR, PageFault.BACKWARDS)) {
      API.server().heal();
      API.server().fail(Fault.nth(page, "/events", fault));
      sql("select id" + DAY).in("maxRetries=0").fails("58000", "GET /events");
    }
    API.server().heal();
    API.server().fail(Fault.nth(page, "/events", PageFault.REPEATED_ROW));
    var query = sql("select id" + DAY);
    assertThat(query.outcome().rows()).hasSize(250).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void aPageThatIsCutFailsAlsoUnderAnAggregate(int page) {
    API.server().fail(Fault.nth(page, "/events", Breakage.TRUNCATED_JSON));

    sql("select count(*)" + DAY).fails("58000", "GET /events");
    API.server().heal();
    API.server().fail(Fault.nth(page, "/events", Breakage.TRUNCATED_JSON));
    sql("select created_at" + DAY + " order by created_at desc limit 3").fails("58000", "GET");
  }
}
