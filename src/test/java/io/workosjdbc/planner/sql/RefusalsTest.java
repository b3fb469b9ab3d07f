package io.workosjdbc.planner.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.base.Throwables;
import io.workosjdbc.planner.sql.RefusedStatement.Reason;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalsTest extends DatabaseTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "insert into workos_organization (id) values ('x'); INSERT",
        "UPDATE workos_organization set name = 'x'; UPDATE",
        "/* all */ delete from workos_organization; DELETE",
        "merge into workos_organization using x on true when matched then delete; MERGE",
        "create table x (a int); CREATE",
        "create index i on workos_organization (name); CREATE",
        "drop table workos_organization; DROP",
        "alter table workos_organization add x int; ALTER",
        "truncate table workos_organization; TRUNCATE",
        "grant select on workos_organization to x; GRANT",
        "explain plan for delete from workos_organization; DELETE",
        "explain insert into workos_organization values (1); INSERT",
      })
  void writingIsRefusedAsReadOnly(String sql, String verb) {
    assertThat(refusal(sql)).hasMessage(verb + " is not supported: the data is read-only");
    assertThat(refusal(sql).reason()).isEqualTo(Reason.READ_ONLY);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "select 1,`id` from t; Backticks do not quote names here, use double quotes; 10",
        "select `id` from t; Backticks do not quote names here, use double quotes; 8",
        "select [id] from t; Brackets do not quote names here, use double quotes; 8",
        "select id from [t]; Brackets do not quote names here, use double quotes; 16",
      })
  void otherQuotesAreRefusedWhereTheyStand(String sql, String message, int column) {
    assertThat(refusal(sql)).hasMessage(message.replace(", use", "; use"));
    assertThat(refusal(sql).getPos().getColumnNum()).isEqualTo(column);
  }

  @Test
  void whatToWriteInsteadIsSaid() throws SQLException {
    var distinctOn =
        refusal("select distinct on (state) state, id from workos_connection order by state, name");
    assertThat(distinctOn).hasMessageContaining("QUALIFY ROW_NUMBER()");
    assertThat(distinctOn.getPos().getColumnNum()).isEqualTo(17);
    rows("select organization_id, id from workos_connection"
            + " qualify row_number() over (partition by organization_id order by name desc) = 1")
        .containsExactly("org_01|conn_02");
    assertThatThrownBy(
            () -> database().rows("select created_at - created_at from workos_connection"))
        .hasStackTraceContaining("TIMESTAMPDIFF(SECOND, earlier, later)");
    value("(timestamp '2024-01-02 10:00:00' - timestamp '2024-01-01 09:00:00') day to second")
        .isEqualTo("+1 01:00:00.000000");
    assertThatThrownBy(() -> database().rows("select median(name) from workos_organization"))
        .hasStackTraceContaining("Percentiles are of numbers, not of VARCHAR");
  }

  @Test
  void aSecondStatementIsRefused() {
    assertThat(refusal("select 1;\nselect 2"))
        .hasMessage("Only one statement can be run at a time");
    assertThat(refusal("select 1;\nselect 2").getPos()).hasToString("line 1, column 9");
  }

  @Test
  void syntaxErrorsStandWhereTheyAre() {
    assertThatThrownBy(() -> database().rows("select 1\nfrom workos_organization\nwhere\tid = )"))
        .hasStackTraceContaining("at line 3, column 10");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "::int",
        "interval '7 days'",
        "select",
        "select ::",
        "select 1::int::",
        "select top",
        "explain",
        "cast(",
        "select {fn",
        "select }",
        "select )::int",
        "select 'a",
        "select date",
        "select dateadd('day'",
        "from",
        "(",
        ")",
        "desc",
        "at time zone",
        "select x regexp"
      })
  void whatIsNoStatementIsAnSqlException(String sql) {
    assertThatThrownBy(() -> database().run(sql))
        .isInstanceOf(SQLException.class)
        .satisfies(
            failure ->
                assertThat(Throwables.getCausalChain(failure))
                    .noneMatch(IndexOutOfBoundsException.class::isInstance));
  }

  @Test
  void errorsAfterRewritesStandWhereTheyAre() {
    assertThatThrownBy(
            () ->
                database()
                    .rows(
                        "select now() - interval '7 days',\n"
                            + " date_trunc('day', nothing) from workos_organization;"))
        .hasStackTraceContaining("From line 2, column 20 to line 2, column 26");
    assertThatThrownBy(
            () -> database().rows("explain select top 3 nothing from workos_organization"))
        .hasStackTraceContaining("line 1, column 22 to line 1, column 28");
    assertThatThrownBy(() -> database().rows("describe workos.nothing"))
        .hasStackTraceContaining("From line 1, column 10 to line 1, column 23");
  }
}
