package io.workosjdbc.planner.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsAndTypesTest extends DatabaseTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select 1;",
        "select 1 ; ; ",
        "select 1; -- done",
        "select 1 /* ; */",
        "-- Metabase:: userID: 1\nselect 1",
        "select 1 -- no line feed; here",
      })
  void semicolonsAndCommentsDoNotMatter(String sql) throws SQLException {
    rows(sql).containsExactly("1");
  }

  @Test
  void semicolonsInTextsAndNamesStay() throws SQLException {
    rows("select ';' as \";\";").containsExactly(";");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "'5'::int4 + 1; 6",
        "'5'::bigint; 5",
        "5::text || 'x'; 5x",
        "'true'::bool; true",
        "'1.5'::float8; 1.5",
        "cast('a' as string); a",
        "'2024-01-01'::date; 2024-01-01",
        "'2024-01-01'::datetime; 2024-01-01 00:00:00.000",
        "'[1]'::jsonb; [1]",
        "cast(null as text); null",
      })
  void typesHaveOtherNames(String expression, String result) throws SQLException {
    value(expression).isEqualTo(result);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "1 = '1'::integer; true",
        "1 + '1'::integer * 2; 3",
        "-'1'::int; -1",
        "'a' || 1::text || 'b'; a1b",
        "('1' || '2')::int + 1; 13",
        "(1 = 1)::varchar; TRUE",
        "'2'::int::varchar || 'x'; 2x",
        "case when 1 = 1 then '1' else '2' end::int + 1; 2",
        "coalesce(null, '3')::int * 2; 6",
        "date '2024-01-01'::varchar || 'x'; 2024-01-01x",
        "{ts '2024-01-01 10:00:00'}::date; 2024-01-01",
        "array[1, 2][2]::varchar || 'x'; 2x",
        "1 between '0'::int and '2'::int; true",
        "not 'false'::boolean; true",
        "1::double precision / 2; 0.5",
        "'abc'::character varying(2); ab",
        "1.255::decimal(10, 1) < 1.3; true",
        "timestamp '2024-01-01 10:00:00'::timestamp(0) without time zone; 2024-01-01 10:00:00",
      })
  void infixCastsBindTightly(String expression, String result) throws SQLException {
    value(expression).isEqualTo(result);
  }

  @Test
  void infixCastsTakeWholeCalls() throws SQLException {
    rows("select x.id::varchar(2) || '!', sum(n) over (order by n)::varchar || '!',"
            + " x.\"n\"::varchar || '!' from (select 'abc' as id, 1 as n) x")
        .containsExactly("ab!|1!|1!");
    rows("select count(*) filter (where n > 1)::varchar || '!' from (values (1), (2)) t(n)")
        .containsExactly("1!");
  }

  @Test
  void typesAreNames() throws SQLException {
    rows("select created_at::date as date, count(*) from workos_auth_event"
            + " group by date order by date")
        .containsExactly("2026-06-10|3");
    rows("select id name, created_at date from workos_directory")
        .containsExactly("directory_01|2026-06-10 09:15:16.000");
    rows("select x.time, extract(year from date) from (select date '2024-01-01' date, 1 as time) x")
        .containsExactly("1|2024");
    rows("select cast(x.timestamp as timestamp(0)) from (select now() as timestamp) x")
        .containsExactly("2026-06-30 12:00:00");
  }

  @Test
  void reservedWordsAreColumns() throws SQLException {
    rows("select method, count(*) from workos_auth_event group by method order by method")
        .containsExactly("password|2", "sso|1");
    rows("select id as value, name as year from workos_directory")
        .containsExactly("directory_01|null");
  }

  @Test
  void ordinalsAndAliasesGroup() throws SQLException {
    rows("select outcome o, count(*) n from workos_auth_event group by 1 order by n desc, 1")
        .containsExactly("failed|2", "succeeded|1");
    rows("select outcome o, count(*) n from workos_auth_event group by o having n > 1")
        .containsExactly("failed|2");
  }

  @Test
  void limitsAreSpelledInManyWays() throws SQLException {
    rows("select id from workos_auth_event order by id limit 1, 1").containsExactly("event_02");
    rows("select id from workos_auth_event order by id offset 1 limit 1")
        .containsExactly("event_02");
    rows("select top 1 id from workos_auth_event order by id desc").containsExactly("event_03");
    rows("select top (2) id from workos_auth_event order by id")
        .containsExactly("event_01", "event_02");
    rows("select distinct top 1 outcome from workos_auth_event order by outcome")
        .containsExactly("failed");
    rows("select count(*) from (select top 2 id from workos_auth_event) x").containsExactly("2");
    rows("select top 1 id from workos_directory union all select top 1 id from workos_directory")
        .hasSize(2);
    rows("select top from (select 1 as top) x").containsExactly("1");
  }

  @Test
  void percentagesOfRowsAreRefused() {
    assertThat(refusal("select top 10 percent id from workos_directory"))
        .hasMessage("TOP takes a number of rows only; LIMIT is the same");
  }

  @Test
  void aBackslashInAPatternEscapes() throws SQLException {
    String like = "select 'a_b' like 'a\\_b', 'axb' like 'a\\_b', 'A_B' ilike 'a\\_b',";
    rows(like + " 'axb' not like 'a\\_b', 'a\\b' like 'a\\\\b', 'a_b' like 'a!_b' escape '!'")
        .containsExactly("true|false|true|true|true|true");
    String texts = "(select cast(y as varchar) as x from (values ('a_b'), ('axb')) v(y)) t";
    assertThat(database().rows("select x from " + texts + " where x like ?", "a\\_b"))
        .containsExactly("a_b");
  }

  @Test
  void aTableIsAQuery() throws SQLException {
    rows("table workos_directory;").hasSize(1);
  }

  @Test
  void textsAreTrueOrFalse() throws SQLException {
    rows("select 't'::boolean, cast('no' as boolean), cast(x as boolean), x::text::boolean"
            + " from (values (' ON '), ('0')) t(x)")
        .containsExactly("true|false|true|true", "true|false|false|false");
    rows("select cast(cast(null as varchar) as boolean), cast(true as boolean)")
        .containsExactly("null|true");
    assertThatThrownBy(() -> database().rows("select cast('maybe' as boolean)"))
        .hasStackTraceContaining("Cannot cast 'maybe' to BOOLEAN");
  }

  @Test
  void averagesAndTextsOfCasesAreWhole() throws SQLException {
    rows("select avg(x) from (values (1), (2)) t(x)").containsExactly("1.5");
    rows("select avg(x) over (order by x), avg(1.0 * x) over (), stddev_pop(x) over ()"
            + " from (values (1), (2)) t(x)")
        .containsExactly("1.0|1.5|0.5", "1.5|1.5|0.5");
    rows("select covar_pop(x, y), covar_samp(x, y) from (values (1, 1), (2, 3)) t(x, y)")
        .containsExactly("0.5|1.0");
    rows("select case when 1 = 1 then 'a' else 'bbb' end || '.'").containsExactly("a.");
  }

  @Test
  void rowsWithNullsAreNotInWhatDiffersElsewhere() throws SQLException {
    var rows = " from (values (1, 1), (1, null), (2, null), (null, 3), (null, null)) t(a, b)";
    var found = " in (select * from (values (1, 1)) s(x, y))";
    rows("select a, b" + rows + " where (a, b) not" + found)
        .containsExactlyInAnyOrder("2|null", "null|3");
    rows("select a, b" + rows + " where a is not null and not ((a, b)" + found + ")")
        .containsExactly("2|null");
    rows("select a, b"
            + rows
            + " where (a, b) not in (select x, y from (values (1, 1)) s(x, y)"
            + " where x > 1)")
        .hasSize(5);
    rows("select a, b" + rows + " where (a, b) not in ((1, 1), (3, 3))")
        .containsExactlyInAnyOrder("2|null");
    rows("select a, count(*)"
            + rows
            + " group by a having (a, count(*)) not in"
            + " (select * from (values (2, 1)) s(x, y)) and a is not null")
        .containsExactly("1|2");
    rows("select count(*) from workos_connection c where (c.id, name) not in"
            + " (select id, name from workos_directory order by id limit 10)")
        .containsExactly("2");
  }

  @Test
  void valuesAreComparedWithArrays() throws SQLException {
    rows("select x from (values ('a'), ('b'), ('c')) t(x) where x = any (array['a', 'bc'])")
        .containsExactly("a");
    rows("select x from (values ('a'), ('b'), ('c')) t(x) where x <> all (array['a', 'bc'])")
        .containsExactly("b", "c");
  }
}
