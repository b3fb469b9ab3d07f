package io.workosjdbc.planner.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FunctionsTest extends DatabaseTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "now()",
        "NOW()",
        "getdate()",
        "sysdate()",
        "current_timestamp()",
        "current_timestamp",
        "localtimestamp()",
        "transaction_timestamp()",
        "{fn now()}",
      })
  void tellTheTime(String expression) throws SQLException {
    value(expression).isEqualTo("2026-06-30 12:00:00");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"current_date", "current_date()", "curdate()", "today()", "{fn curdate()}"})
  void tellTheDate(String expression) throws SQLException {
    value(expression).isEqualTo("2026-06-30");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "ifnull(null, 'x'); x",
        "nvl('a', 'x'); a",
        "isnull(null, 3); 3",
        "nvl2(null, 1, 2); 2",
        "if(1 > 2, 'yes', 'no'); no",
        "iif(1 < 2, 'yes', 'no'); yes",
        "decode(2, 1, 'one', 2, 'two', 'many'); two",
        "decode(3, 1, 'one', 2, 'two', 'many'); many",
        "decode(null, null, 'none'); none",
        "len('abc'); 3",
        "length('abc'); 3",
        "lcase('ABC'); abc",
        "trunc(3.567); 3",
        "trunc(3.567, 1); 3.5",
        "charindex('b', 'abc'); 2",
        "locate('b', 'abc'); 2",
        "instr('abc', 'b'); 2",
        "btrim('  a '); a",
        "reverse('abc'); cba",
        "split('a,b', ','); [a, b]",
        "array_length(split('a,b', ',')); 2",
        "regexp_substr('abc', '[bc]+'); bc",
        "regexp_extract('abc', 'a(.)'); b",
        "regexp_contains('abc', 'b'); true",
        "dayname(date '2024-01-01'); Monday",
        "'abc' rlike 'b'; true",
        "'abc' not rlike 'b'; false",
        "'abc' regexp '^b'; false",
        "'abc' not regexp '^b'; true",
        "'ABC' ilike '%b%'; true",
        "'abc' ~ 'b'; true",
        "concat('a', null, 'b'); ab",
        "greatest(1, 3, 2); 3",
        "substr('abc', 2); bc",
        "split_part('a b', ' ', 2); b",
      })
  void meanWhatTheyMeanElsewhere(String expression, String result) throws SQLException {
    value(expression).isEqualTo(result);
  }

  @Test
  void patternsOfRegexpMayBeParameters() throws SQLException {
    rows("select id from workos_organization where name regexp ?", "^Ac").containsExactly("org_01");
  }

  @Test
  void aColumnMayBeCalledRegexp() throws SQLException {
    rows("select id regexp from workos_directory").containsExactly("directory_01");
  }

  @Test
  void areMeantEverywhereInAStatement() throws SQLException {
    rows("with e as (select date_trunc('day', created_at) as d, ifnull(user_id, 'none') as u"
            + " from workos_auth_event)"
            + " select u, count(*) over (partition by date_trunc('month', d)),"
            + " (select nvl(max(name), '-') from workos_organization where len(name) < 5)"
            + " from e join workos_directory x on x.created_at >= dateadd(day, -1, e.d)"
            + " where d in (select date_trunc('day', created_at) from workos_auth_event)"
            + " group by u, d having if(count(*) > 0, 1, 0) = 1"
            + " union all select decode(1, 1, 'one'), 1, null order by ifnull(u, '')")
        .containsExactly("none|3|Beta", "one|1|null", "user_01|3|Beta", "user_02|3|Beta");
  }

  @Test
  void operandsMayBeAnything() throws SQLException {
    value("decode(coalesce(null, 'b'), 'a', 1, 'b', 2)").isEqualTo("2");
    value("datediff(ms, coalesce(null, date '2024-01-01'), date '2024-01-02')")
        .isEqualTo("86400000");
    rows("select decode(?, 'a', 'first', 'other'), nvl(cast(? as varchar), 'x')", "a", "b")
        .containsExactly("first|b");
  }

  @Test
  void aggregateTexts() throws SQLException {
    rows("select group_concat(id) from workos_organization").containsExactly("org_01,org_02");
    rows("select group_concat(distinct state order by state desc separator ' > ') from workos_connection")
        .containsExactly("draft > active");
    rows("select string_agg(id, '; ') from workos_organization").containsExactly("org_01; org_02");
    rows("select count_if(state = 'active') from workos_connection").containsExactly("1");
  }

  @Test
  void percentiles() throws SQLException {
    String numbers = " from (values (4), (0), (1), (cast(null as integer)), (2)) as t(x)";
    rows("select median(x), median(distinct x / 2), median(x) filter (where x > 0)" + numbers)
        .containsExactly("1.5|1.0|2.0");
    rows("select percentile_cont(0.25) within group (order by x),"
            + " percentile_cont(0.25) within group (order by x desc),"
            + " percentile_disc(0.5) within group (order by x),"
            + " percentile_disc(0.5) within group (order by x desc),"
            + " percentile_disc(0) within group (order by x)"
            + numbers)
        .containsExactly("0.75|2.5|1.0|2.0|0.0");
    rows(
            "select x < 2, percentile_cont(?) within group (order by x * 1.5)"
                + numbers
                + " where x is not null group by x < 2 order by 1",
            1.0)
        .containsExactly("false|6.0", "true|1.5");
    rows("select median(x)" + numbers + " where x > 9").containsExactly("null");
    assertThatThrownBy(
            () -> database().rows("select percentile_cont(2) within group (order by x)" + numbers))
        .hasStackTraceContaining("A percentile is from 0 to 1, not 2.0");
  }

  @Test
  void windowsNeedNoColumn() throws SQLException {
    rows("select count(*) over () from workos_connection").containsExactly("2", "2");
    rows("select row_number() over (), 'x' from workos_connection").containsExactly("1|x", "2|x");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "j ->> 'a'; 1",
        "j->>'b'; x",
        "j -> 'c' ->> 'd.e'; deep",
        "j->'c'->'d.e'; deep",
        "j ->> 'c'; {\"d.e\":\"deep\"}",
        "j->'l'->>1; two",
        "j ->> 'l'; [\"one\",\"two\"]",
        "j ->> '$.l[0]'; one",
        "j ->> 'it''s'; yes",
        "j ->> 'nothing'; null",
        "'not json' ->> 'a'; null",
        "upper(j->>'b') || '!'; X!",
        "j->>'b' = 'x' and j->>'a' < '2'; true",
      })
  void arrowsReadJson(String expression, String text) throws SQLException {
    rows("select "
            + expression
            + " from (values ('{\"a\":1,\"b\":\"x\",\"c\":{\"d.e\":\"deep\"},"
            + "\"l\":[\"one\",\"two\"],\"it''s\":\"yes\"}')) as t(j)")
        .containsExactly(text);
  }

  @Test
  void aSelectNeedsNoFrom() throws SQLException {
    rows("select 1 where 1 = 1").containsExactly("1");
    rows("select 1 as x, 'a' where 1 = 0").isEmpty();
    rows("select count(*) having count(*) > 0").containsExactly("1");
    rows("select (select 'yes' where 2 > 1), exists (select 1 where 2 < 1) union all"
            + " select 'no', true where extract(year from date '2024-01-01') = 2024")
        .containsExactly("yes|false", "no|true");
    rows("select count(*) filter (where state = 'draft') from workos_connection where 1 = 1")
        .containsExactly("1");
  }

  @Test
  void tellOfTheSession() throws SQLException {
    assertThat(database().value("version()")).startsWith("workos-jdbc ");
    value("current_schema()").isEqualTo("workos");
    value("current_schema").isEqualTo("workos");
    value("schema()").isEqualTo("workos");
    value("current_database()").isEqualTo("workos");
    value("current_catalog").isEqualTo("workos");
    value("current_user").isEmpty();
    value("user").isEmpty();
  }

  @Test
  void namesOfThemAreStillNames() throws SQLException {
    rows("select id as current_schema, name as now, 1 as version from workos_organization limit 1")
        .containsExactly("org_01|Acme Inc|1");
    rows("select x.now, x.\"current_schema\" from (select 1 as now, 2 as \"current_schema\") x")
        .containsExactly("1|2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "{fn ucase('a')}; A",
        "{fn lcase('A')} || {fn concat('b', 'c')}; abc",
        "{fn length('abc')}; 3",
        "{fn char_length('abc')}; 3",
        "{fn ifnull(null, 'x')}; x",
        "{fn locate('b', 'abc')}; 2",
        "{fn left('abc', 2)}; ab",
        "{fn dayofweek({d '2024-01-01'})}; 2",
        "{fn monthname({d '2024-01-01'})}; January",
        "{fn extract(year from {ts '2024-01-01 10:00:00'})}; 2024",
        "{fn timestampadd(SQL_TSI_DAY, 1, {ts '2024-01-01 10:00:00'})}; 2024-01-02 10:00:00",
        "{fn timestampdiff(SQL_TSI_DAY, {d '2024-01-01'}, {d '2024-01-03'})}; 2",
        "{fn convert('1', SQL_INTEGER)} + 1; 2",
        "{fn database()}; workos",
        "{d '2024-01-01'}; 2024-01-01",
        "{t '10:00:00'}; 10:00:00",
        "{ts '2024-01-01 10:00:00.123'}; 2024-01-01 10:00:00.123",
      })
  void workInEscapes(String expression, String result) throws SQLException {
    value(expression).isEqualTo(result);
  }

  @Test
  void escapesWorkInEveryPosition() throws SQLException {
    rows("select {fn ucase(state)}, count(*) from workos_connection"
            + " where created_at >= {ts '2026-06-10 09:15:16'} and created_at < {d '2026-06-11'}"
            + " group by {fn ucase(state)} having {fn length({fn ucase(state)})} > 5"
            + " order by {fn ucase(state)}")
        .containsExactly("ACTIVE|1");
    rows("select o.id, c.id from {oj workos_organization o left outer join workos_connection c"
            + " on c.organization_id = o.id and c.name like 'T%' {escape '!'}} order by 1 {limit 1}")
        .containsExactly("org_01|conn_02");
  }

  @Test
  void partsOfTextsAreFoundByAPattern() throws SQLException {
    value("substring('ann.abe89@acme' from '[0-9]+')").isEqualTo("89");
    value("substring('ann.abe89@acme', '@(.*)$')").isEqualTo("acme");
    value("substring('ann' from '[0-9]+')").isEqualTo("null");
    value("substring('ann' from 2)").isEqualTo("nn");
  }

  @Test
  void whatIsQuotedInAFormatStaysAsItIs() throws SQLException {
    value("to_char(timestamp '2024-02-25 13:14:15', 'YYYY-\"W\"IW')").isEqualTo("2024-W08");
    value("to_char(timestamp '2024-02-25 13:14:15', '\"at \"HH24\" h')").isEqualTo("at 13 h");
    value("to_char(cast(null as timestamp), 'YYYY\"Q\"Q')").isEqualTo("null");
    value("to_char(timestamp '2024-02-25 13:14:15', 'YYYY-MM')").isEqualTo("2024-02");
  }
}
