package io.workosjdbc.planner.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnLabelsTest extends DatabaseTest {

  private static List<String> labels(String sql) throws SQLException {
    try (var statement = database().connection().prepareStatement(sql)) {
      var columns = statement.getMetaData();
      var labels = new ArrayList<String>();
      for (int i = 1; i <= columns.getColumnCount(); i++) {
        labels.add(columns.getColumnLabel(i));
      }
      return labels;
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "count(*); count",
        "COUNT(DISTINCT state); count",
        "sum(1) filter (where state = 'active'); sum",
        "max(created_at); max",
        "count(*) over (); count",
        "percentile_cont(0.5) within group (order by 1); percentile_cont",
        "cast(avg(1) as integer); avg",
        "cast('5' as integer); integer",
        "'5'::date; date",
        "case when 1 = 1 then 2 end; case",
        "coalesce(null, 1); coalesce",
        "ifnull(null, 1); ifnull",
        "{fn ucase('a')}; ucase",
        "date_trunc('day', now()); date_trunc",
        "extract(year from now()); extract",
        "current_timestamp; current_timestamp",
        "1; EXPR$0",
        "1 + count(*); EXPR$0",
        "'a' || 'b'; EXPR$0",
      })
  void areTheNamesOfFunctions(String expression, String label) throws SQLException {
    assertThat(labels("select " + expression + " from workos_connection")).containsExactly(label);
  }

  @Test
  void areDifferentWithinAQuery() throws SQLException {
    assertThat(
            labels("select count(*), id, count(name), count(1) from workos_connection group by id"))
        .containsExactly("count", "id", "count_2", "count_3");
    assertThat(labels("select max(id), name as \"MAX\" from workos_connection group by name"))
        .containsExactly("max_2", "MAX");
  }

  @Test
  void areNotNamesThatTheQueryUses() throws SQLException {
    assertThat(labels("select sum(\"sum\") from (select 1 as \"sum\") x")).containsExactly("sum_2");
    rows("select max(x.lower), lower(name) from workos_organization,"
            + " (values (1)) as x(lower) group by lower, name order by 2")
        .containsExactly("1|acme inc", "1|beta");
  }

  @Test
  void areThoseOfSubQueriesToo() throws SQLException {
    String counted = "select state, count(*) from workos_connection group by state";

    assertThat(labels("select * from (" + counted + ") x")).containsExactly("state", "count");
    rows("select state from (" + counted + ") x where x.\"count\" = 1 order by count, state")
        .containsExactly("active", "draft");
    rows("with x as (" + counted + ") select sum(count) from x").containsExactly("2");
    assertThat(labels("with x as (" + counted + ") select *, count(*) over () from x"))
        .containsExactly("state", "count", "count_2");
    assertThat(labels("select * from (select count(*), count(*) from workos_connection) x"))
        .containsExactly("count", "count_2");
    assertThat(
            labels(
                "select count(*) from workos_connection union select max(1) from workos_directory"))
        .containsExactly("count");
  }

  @Test
  void namesOfSubQueriesThatAreValuesAreNotTaken() throws SQLException {
    assertThat(
            labels(
                "select count(*), (select count(*) from workos_directory) as other"
                    + " from workos_connection where id in (select max(id) from workos_connection)"))
        .containsExactly("count", "other");
  }

  @Test
  void mayBeSortedBy() throws SQLException {
    rows("select method, count(*) from workos_auth_event group by method order by count desc")
        .containsExactly("password|2", "sso|1");
    rows("select upper(name) from workos_organization order by upper(name) desc")
        .containsExactly("BETA", "ACME INC");
    rows("select distinct upper(name) from workos_organization order by upper(name)")
        .containsExactly("ACME INC", "BETA");
    rows("select extract(year from created_at), count(*) from workos_organization"
            + " group by extract(year from created_at) having count(*) > 1 order by count(*)")
        .containsExactly("2026|2");
  }
}
