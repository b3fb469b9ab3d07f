package io.workosjdbc.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.workosjdbc.demo.DemoData;
import io.workosjdbc.demo.DemoOrganization;
import io.workosjdbc.demo.Quirk;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Order, limit and counts over a list of three pages, of which every two rows have one time. */
class ListOrderTest {
  private static final int ROWS = 250;
  private static final String FIRST = "GET /organizations?limit=100";

  @RegisterExtension static final Api API = Api.of(DemoData.of(organizations()));

  static java.util.List<DemoOrganization> organizations() {
    return IntStream.range(0, ROWS)
        .mapToObj(
            i ->
                DemoOrganization.of(
                    "org_%03d".formatted(i),
                    "Organization " + i,
                    StoryTime.at("2026-01-01T00:00:00Z").plusSeconds(i / 2)))
        .toList();
  }

  private static Query sql(String statement) {
    return API.sql(statement);
  }

  @Test
  void theWholeListIsThreePages() {
    var query =
        sql("select id from workos_organization")
            .sends(FIRST, FIRST + "&after=org_150", FIRST + "&after=org_050");
    assertThat(query.outcome().rows()).hasSize(ROWS).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @org.junit.jupiter.params.provider.ValueSource(ints = {1, 3, 10, 100})
  void aLimitOfAPageOrLessIsOneRequest(int limit) {
    var query = sql("select id from workos_organization limit " + limit).sends(FIRST);
    assertThat(query.outcome().rows()).hasSize(limit);
  }

  @Test
  void aLimitBeyondAPageIsTwo() {
    var query =
        sql("select id from workos_organization limit 101").sends(FIRST, FIRST + "&after=org_150");
    assertThat(query.outcome().rows()).hasSize(101);
  }

  @Test
  void anOffsetReadsWhatItSkips() {
    sql("select id from workos_organization offset 99 rows fetch next 1 row only")
        .sends(FIRST)
        .returns("org_150");
  }

  @Test
  void aParameterIsALimit() {
    sql("select id from workos_organization limit ?")
        .with(2)
        .sends(FIRST)
        .returns("org_249", "org_248");
  }

  @Test
  void aLimitOverAFilterStopsWhenItHasItsRows() {
    sql("select id from workos_organization where name like '%9' limit 2")
        .sends(FIRST)
        .returns("org_249", "org_239");
    sql("select id from workos_organization where id < 'org_145' limit 1")
        .sends(FIRST, FIRST + "&after=org_150")
        .returns("org_144");
    sql("select id from workos_organization where name = 'Organization 249' limit 1")
        .sends(FIRST)
        .returns("org_249");
  }

  @Test
  void newestFirstAsksForIt() {
    sql("select created_at from workos_organization order by created_at desc limit 3")
        .sends(FIRST + "&order=desc")
        .returns("2026-01-01 00:02:04.000", "2026-01-01 00:02:04.000", "2026-01-01 00:02:03.000")
        .sameWithoutPushdown();
  }

  @Test
  void oldestFirstAsksForIt() {
    sql("select created_at from workos_organization order by created_at limit 3")
        .sends(FIRST + "&order=asc")
        .returns("2026-01-01 00:00:00.000", "2026-01-01 00:00:00.000", "2026-01-01 00:00:01.000")
        .sameWithoutPushdown();
  }

  @ParameterizedTest
  @EnumSource(
      value = Quirk.class,
      names = {"LISTS_IGNORE_ORDER", "LISTS_OLDEST_FIRST", "SHORT_PAGES", "EXTRA_KEYS"})
  void anOrderThatTheServiceIgnoresIsMadeHere(Quirk quirk) {
    API.server().quirks(quirk);

    sql("select created_at, id from workos_organization order by created_at desc, id limit 3")
        .returns(
            "2026-01-01 00:02:04.000|org_248",
            "2026-01-01 00:02:04.000|org_249",
            "2026-01-01 00:02:03.000|org_246");
    sql("select created_at from workos_organization order by created_at limit 2")
        .returns("2026-01-01 00:00:00.000", "2026-01-01 00:00:00.000");
    var all = sql("select created_at from workos_organization order by created_at desc").outcome();
    assertThat(all.rows()).hasSize(ROWS).isSortedAccordingTo(java.util.Comparator.reverseOrder());
  }

  @Test
  void anotherOrderReadsTheListAndSorts() {
    sql("select id from workos_organization order by id limit 2")
        .sends(3, FIRST)
        .returns("org_000", "org_001")
        .sameWithoutPushdown();
    sql("select id from workos_organization order by updated_at desc, id desc limit 1")
        .sends(3, FIRST)
        .returns("org_249");
  }

  @Test
  void nullsFirstIsNotTheListsOrder() {
    sql("select id from workos_organization order by created_at nulls first, id limit 1")
        .sends(3, FIRST)
        .returns("org_000")
        .sameWithoutPushdown();
  }

  @Test
  void aCountReadsTheListOnce() {
    sql("select count(*) from workos_organization").sends(3, FIRST).returns("250");
  }

  @Test
  void aCountOfAColumnAndADistinctOne() {
    sql("select count(external_id), count(distinct created_at), min(id) from workos_organization")
        .sends(3, FIRST)
        .returns("0|125|org_000");
  }

  @Test
  void aConstantForEachRowNeedsNoColumn() {
    sql("select 1 from workos_organization limit 2").sends(FIRST).returns("1", "1");
  }

  @Test
  void whatIsFalseSendsNothing() {
    sql("select id from workos_organization where 1 = 0").sendsNothing().returnsNothing();
    sql("select id from workos_organization where id is null").sendsNothing().returnsNothing();
    sql("select id from workos_organization limit 0").sendsNothing().returnsNothing();
    sql("select count(*) from workos_organization where false").sendsNothing().returns("0");
    sql("select id from workos_organization where name = null").sendsNothing().returnsNothing();
  }

  @Test
  void existsReadsOnePage() {
    sql("select x from (values 1) as t(x) where exists (select * from workos_organization)")
        .sends(FIRST)
        .returns("1");
    sql("select x from (values 1) as t(x) where exists (select * from workos_organization where name like '%7')")
        .sends(FIRST)
        .returns("1");
  }

  @Test
  void notExistsStopsAtTheFirstRowToo() {
    sql("select x from (values 1) as t(x) where not exists"
            + " (select * from workos_organization where name like '%7')")
        .sends(FIRST)
        .returnsNothing();
    sql("select distinct 'some' from workos_organization").sends(FIRST).returns("some");
    sql("select distinct 'some' from workos_organization where name = 'none'")
        .sends(3, FIRST)
        .returnsNothing();
  }

  @Test
  void aUnionAllStopsAtTheLimit() {
    sql("select id from workos_organization union all select id from workos_connection limit 2")
        .sends(FIRST)
        .returns("org_249", "org_248");
  }

  @Test
  void twoReferencesToOneTableAreReadTwiceWithoutACache() {
    sql("select count(*) from workos_organization a join workos_organization b on a.id = b.id")
        .returns("250");
  }
}
