package io.workosjdbc.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Statements that Calcite's own rules answer wrong, or not at all. */
class SoundPlansTest {

  @RegisterExtension static final Api API = Api.of(World.data());

  private static Query sql(String statement) {
    return API.sql(statement);
  }

  @ParameterizedTest
  @ValueSource(strings = {"name = 'nobody'", "1 = 0"})
  void theGrandTotalOfNothingIsARow(String condition) {
    sql("select name, count(*), max(id), grouping(name) from workos_organization where "
            + condition
            + " group by rollup(name)")
        .returns("null|0|null|1");
    sql("select count(*) from workos_organization where " + condition + " group by cube(name, id)")
        .returns("0");
    sql("select name, count(*) from workos_organization where " + condition + " group by name")
        .returnsNothing();
  }

  @Test
  void theGrandTotalOfSomethingIsThereOnce() {
    sql("select organization_id, count(*) from workos_directory group by rollup(organization_id)"
            + " order by 1")
        .returns("org_acme|2", "org_beta|1", "org_gone|1", "null|4");
  }

  @Test
  void aLimitOfAUnionCountsRowsThatDiffer() {
    var half = "select error_code, method, outcome, error_code as code from workos_auth_event";
    sql("select count(*) from (" + half + " union " + half + " order by 2 desc limit 5) u")
        .returns("5");
  }

  @Test
  void aQueryInTheSelectListReadsTheOuterColumnThatItNames() {
    sql("select f.s, (select max(o.name) from workos_organization o where o.id = f.k) from"
            + " (select state as s, organization_id as k from workos_connection) f order by 1, 2")
        .returns(
            "active|Acme",
            "active|Acme",
            "deleting|null",
            "draft|Beta",
            "inactive|Gamma",
            "requires_type|Beta",
            "validating|null");
  }

  @Test
  void constantsKeepTheirPlacesBesideACorrelatedQuery() {
    sql("select distinct upper(c.state), true, 'x' from workos_connection c where exists"
            + " (select 1 from workos_organization o where o.id = c.organization_id"
            + " and o.created_at < c.created_at) order by 1 limit 2")
        .returns("ACTIVE|true|x", "DRAFT|true|x");
    sql("select 'a', count(*), 'b' from workos_connection c where exists"
            + " (select 1 from workos_organization o where o.id = c.organization_id) group by 1, 3")
        .returns("a|5|b");
  }

  @Test
  void constantsMakeNoGroupOfNoRows() {
    var nobody =
        " from workos_connection c where (select count(*) from workos_organization o"
            + " where o.id = c.organization_id) > 1";
    sql("select distinct 'a', 'b'" + nobody).returnsNothing();
    sql("select count(*), 'a'" + nobody + " group by 2").returnsNothing();
    sql("select count(*)" + nobody).returns("0");
  }

  @Test
  void constantsOfACorrelatedQueryAreThereOnceForEveryOuterRow() {
    sql("select o.id, (select count(*) from (select distinct 'x', 'y' from workos_connection c"
            + " where c.organization_id = o.id) d) from workos_organization o order by 1 limit 3")
        .returns("org_acme|1", "org_beta|1", "org_delta|0");
  }

  @Test
  void aQueryWithoutRowsIsNoReasonToHaveNone() {
    sql("select name from workos_organization where name > 'A' or id in"
            + " (select organization_id from workos_directory where 1 = 0) order by 1 limit 2")
        .returns("Acme", "Beta");
  }

  @Test
  void aJoinWithATableOfWhichNoColumnIsNeededTakesACorrelatedQuery() {
    sql("select c.id, count(*) from workos_organization o cross join workos_connection c where not exists"
            + " (select 1 from workos_directory d where d.organization_id = c.organization_id)"
            + " or c.state = 'active' group by c.id")
        .returnsInAnyOrder("conn_okta|5", "conn_orphan|5", "conn_google|5", "conn_github|5");
  }

  /** They are the same value, and so the same object, in several of them. */
  @ParameterizedTest
  @ValueSource(strings = {"o.name = 'nobody'", "1 = 0", "o.name < c.state and o.name > 'x'"})
  void rowsOfOneColumnThatFindNoPartnerAreAllThere(String condition) {
    sql("select c.state from workos_organization o right join workos_connection c on "
            + condition
            + " order by 1")
        .returns(
            "active", "active", "deleting", "draft", "inactive", "requires_type", "validating");
    sql("select count(*) from workos_organization o full join workos_connection c on " + condition)
        .returns("12");
  }

  /** Calcite looks for what it counted by names. */
  @Test
  void aColumnCalledAsWhatCalciteCountsIsAnother() {
    var nothing = " all (select name from workos_connection where id = 'nobody')";
    sql("select count(*) from (select name as c, name as d from workos_organization) o where c ="
            + nothing)
        .returns("5");
    sql("select count(*) from workos_organization o where name ="
            + nothing
            + " and (id in (select organization_id from workos_directory) or name = 'x')")
        .returns("2");
  }

  @Test
  void aValueThatDiffersFromSomeIsTold() {
    var differs =
        "select count(*) filter (where %s), count(*) filter (where (%s) is null), count(*)";
    var some = "%s <> some (select external_id from workos_organization%s)";
    for (var rows :
        List.of(
            List.of("name", "", "5|0|5"),
            List.of("name", " where id = 'nobody'", "0|0|5"),
            List.of("external_id", " where external_id = 'crm-1'", "2|2|5"),
            List.of("external_id", " where id < o.id", "2|2|5"))) {
      var test = some.formatted(rows.get(0), rows.get(1));
      sql(differs.formatted(test, test) + " from workos_organization o").returns(rows.get(2));
    }
  }

  @Test
  void constantsBelowAnotherQueryKeepTheirPlaces() {
    sql("with w as (select distinct a, b, c, d from (select cast(null as boolean) as a,"
            + " (select coalesce(max(char_length(d.name)), -1) from workos_directory d"
            + " where d.domain = v.domains) as b,"
            + " v.organization_id as c, cast(null as boolean) as d"
            + " from workos_insight.active_connection v) x) select t.a, u.c, t.d from w t"
            + " left join (select * from w order by a, b, c, d limit 60) u on t.b = u.b order by 2")
        .returns("null|org_acme|null", "null|org_acme|null");
  }

  @Test
  void aUnionInOrderTakesRowsThatAreCounted() {
    sql("select created_at, 1 from workos_invitation union all select d.created_at,"
            + " (select count(*) from workos_event e where e.directory_id = d.id)"
            + " from workos_directory d order by 1")
        .returns(
            "2026-05-02 00:00:00.000|0",
            "2026-05-03 00:00:00.000|0",
            "2026-05-04 00:00:00.000|0",
            "2026-05-05 00:00:00.000|0");
  }

  @Test
  void aCountOfRowsThatCannotBeIsCompared() {
    sql("select count(*) from workos_organization o where name is null or (select count(*)"
            + " from workos_directory d where d.name between 'b' and 'a'"
            + " and d.organization_id = o.id) = 0")
        .returns("5");
  }

  @ParameterizedTest
  @ValueSource(strings = {"12:30:00", "12:00:00"})
  void aRoundedTimeThatIsNullIsNotKnownToDiffer(String time) {
    var equal = "floor(d.created_at to hour) = timestamp '2026-04-04 %s'".formatted(time);
    var count =
        "select count(*) from workos_organization o left join workos_directory d"
            + " on d.organization_id = o.id where ";
    sql(count + "(" + equal + ") is not false").returns("3");
    sql(count + "(" + equal + ") is unknown").returns("3");
    sql(count + "not (" + equal + ")").returns("3");
    sql(count + "case when " + equal + " then 'yes' when not (" + equal + ") then 'no' end is null")
        .returns("3");
  }

  /** Calcite asks of the NULL itself, as of something that cannot be one. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "coalesce(external_id, 'none-1') not like '%1'",
        "not (nvl(external_id, 'none-1') ilike '%1')",
        "(case when external_id is not null then external_id else 'none-1' end like '%1') is false"
      })
  void whatStandsForNullIsNotUnlikeItself(String condition) {
    sql("select id from workos_organization where " + condition + " order by 1")
        .returns("org_beta", "org_zoe");
  }

  /** Where the outer value is NULL, the inner query has no rows, and NOT IN is true. */
  @Test
  void anOuterNullHasItsRowsBesideAnotherCorrelatedQueryOrAnOuterJoin() {
    var unlike =
        " not in (select c.connection_type from workos_connection c"
            + " where c.organization_id < e.organization_id)";
    sql("select count(*), count(organization_id) from workos_auth_event e where e.outcome"
            + unlike
            + " and (e.method is distinct from 'none' or exists"
            + " (select 1 from workos_organization o where o.id = e.organization_id))")
        .returns("24|5");
    sql("select count(*), count(organization_id) from workos_auth_event e"
            + " left join workos_organization o on o.id = e.organization_id"
            + " where coalesce(e.organization_id, '')"
            + unlike)
        .returns("24|5");
    sql("select count(*), count(organization_id) from workos_auth_event e"
            + " left join workos_organization o on o.id = e.organization_id"
            + " where e.organization_id"
            + unlike)
        .returns("24|5");
  }

  /** An outer join does not keep the order of its right keys: some are missing in between. */
  @Test
  void aSecondOuterJoinFindsWhatTheFirstFound() {
    sql("select count(*), count(d.k), count(c.k) from"
            + " (select right(id, 4) as k from workos_organization) o"
            + " left join (select right(organization_id, 4) as k from workos_directory) d"
            + " on d.k = o.k left join"
            + " (select right(organization_id, 4) as k from workos_connection) c"
            + " on c.k = d.k")
        .returns("9|6|6");
  }

  @Test
  void truthValuesAreKeysOfAJoin() {
    sql("select count(*) from (select organization_id is null as b from workos_connection) x"
            + " join (select external_id is null as b from workos_organization) y on x.b = y.b")
        .returns("20");
  }

  /** A rule that takes any join apart must not find the inside of a bind join. */
  @Test
  void keysOfABatchStayInTheirJoin() {
    sql("select max(o.id), count(*) from workos_organization o"
            + " join workos_directory d on d.organization_id = o.id where d.organization_id in"
            + " (select v.organization_id from workos_insight.organization_overview v)"
            + " and d.state is not null group by d.id")
        .returnsInAnyOrder("org_acme|1", "org_acme|1", "org_beta|1");
  }

  /** Calcite would take a plan that is ready for one that is not, and stop. */
  @Test
  void outerJoinsThatAddNothingGo() {
    var outcome =
        sql("select c.id from workos_connection c left join workos_organization o"
                + " on o.id = c.organization_id right join workos_insight.active_connection a"
                + " on c.domains = a.domains where not (a.organization_id = any"
                + " (select v.organization_id from workos_insight.organization_overview v))")
            .outcome();
    assertThat(outcome.failure()).isEmpty();
  }
}
