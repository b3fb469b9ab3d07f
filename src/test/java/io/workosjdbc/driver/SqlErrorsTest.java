package io.workosjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.workosjdbc.http.ApiException;
import io.workosjdbc.http.ApiException.Kind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLInvalidAuthorizationSpecException;
import java.sql.SQLSyntaxErrorException;
import java.sql.SQLTransientException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlErrorsTest {
  private static Connection connection;

  @BeforeAll
  static void connect() throws SQLException {
    connection = new TestDatabase().connect();
  }

  @AfterAll
  static void disconnect() throws SQLException {
    connection.close();
  }

  private static SQLException failure(String sql) {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        rows.getString(1);
      }
      throw new AssertionError("did not fail: " + sql);
    } catch (SQLException e) {
      return e;
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "select id frm people where | 42000 | Syntax error (line 1, column 15): unexpected \"people\"",
        "selec 1 | 42000 | Syntax error (line 1, column 1): a statement begins with SELECT",
        "select * from nobody | 42000 | Object 'nobody' not found (line 1, column 15); SHOW TABLES"
            + " lists the tables",
        "select nix from people | 42000 | Column 'nix' not found in any table (line 1, column 8)",
        "select id from people where regexp_like(name, '(') | 2201B | The regular expression is not",
        "select nix(id) from people | 42000 | No match found for function signature nix(<NUMERIC>)"
            + " (line 1, column 8)",
        "select id from people group by name | 42000 | Expression 'id' is not being grouped"
            + " (line 1, column 8)",
        "select (select name from people) | 21000 | A sub-query that stands for a value gave more"
            + " than one row",
        "select count(distinct (id, name)) from people | 0A000 | A row such as (a, b) cannot be told",
        "select distinct (id, name) from people | 0A000 | A row such as (a, b) cannot be told",
        "select (id, name) from people order by 1 | 0A000 | A row such as (a, b) cannot be told",
        "select max((id, name)) from people | 0A000 | A row such as (a, b) cannot be told",
        "select (id, name) from people union select (1, 'a') | 0A000 | A row such as (a, b)",
        "select 1 / 0 | 22012 | Division by zero",
        "select id / (id - 7) from people | 22012 | Division by zero",
        "select cast(name as integer) from people | 22018 | A text is not a number: For input"
            + " string: \"Ada\"",
        "select cast(visits as integer) from people | 22003 | A number is out of range: ",
        "select cast(name as timestamp) from people | 22007 | Invalid DATE value, 'Ada'",
        "select cast(name as date) from people | 22007 | Invalid DATE value, 'Ada'",
      })
  void statementsFailInOneLineWithAState(String sql, String state, String message) {
    SQLException e = failure(sql);
    assertThat(e.getMessage()).startsWith(message).doesNotContain("\n");
    assertThat(e.getSQLState()).isEqualTo(state);
  }

  @Test
  void preparingFailsAlike() {
    assertThatThrownBy(() -> connection.prepareStatement("select nix\nfrom people"))
        .isInstanceOf(SQLSyntaxErrorException.class)
        .hasMessage("Column 'nix' not found in any table (line 1, column 8)");
    assertThatThrownBy(() -> connection.prepareStatement("select 1 +"))
        .isInstanceOf(SQLSyntaxErrorException.class)
        .hasMessageStartingWith("Syntax error (line 1, column 10): unexpected \"+ <EOF>\"")
        .hasMessageNotContaining("Was expecting");
  }

  @Test
  void whatCannotBePlannedIsNotSupported() {
    assertThat((Throwable) failure("select [id] from people"))
        .isInstanceOf(SQLFeatureNotSupportedException.class);
    assertThatThrownBy(() -> connection.prepareCall("{call x}"))
        .isInstanceOf(SQLFeatureNotSupportedException.class);
    assertThatThrownBy(() -> connection.setSavepoint())
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("0A000"));
  }

  @ParameterizedTest
  @CsvSource({
    "CANNOT_CONNECT,08001", "BROKEN_OFF,08006", "SERVER_ERROR,08006", "UNAUTHORIZED,28000",
    "FORBIDDEN,42501", "NOT_FOUND,22023", "BAD_REQUEST,22023", "RATE_LIMITED,53400",
    "TIMED_OUT,57014", "CANCELLED,57014", "NONSENSE,58000"
  })
  void apiFailuresHaveAStateAlsoWhenWrapped(Kind kind, String state) {
    ApiException failure = ApiException.of(kind, "GET /organizations", "what happened");
    SQLException e = SqlErrors.translate(new RuntimeException(new SQLException("outer", failure)));
    assertThat(e.getSQLState()).isEqualTo(state);
    assertThat(e.getMessage()).isEqualTo("what happened");
    assertThat(e.getCause()).isSameAs(failure);
  }

  @Test
  void whatMayWorkLaterIsTransient() {
    assertThat((Throwable) SqlState.LIMIT_EXCEEDED.error("x"))
        .isInstanceOf(SQLTransientException.class);
    assertThat((Throwable) SqlState.BROKEN_OFF.error("x"))
        .isInstanceOf(SQLTransientException.class);
    assertThat((Throwable) SqlState.TIMED_OUT.error("x")).isInstanceOf(SQLTransientException.class);
    assertThat((Throwable) SqlState.KEY_REFUSED.error("x"))
        .isInstanceOf(SQLInvalidAuthorizationSpecException.class);
  }

  @Test
  void theUnexpectedIsSaidInOneLine() {
    SQLException e = SqlErrors.translate(new IllegalStateException("a\nb", new Exception("c\nd")));
    assertThat(e.getSQLState()).isEqualTo("HY000");
    assertThat(e.getMessage()).isEqualTo("Unexpected Exception: c");
    assertThat(SqlErrors.translate(new StackOverflowError()).getSQLState()).isEqualTo("54001");
  }
}
