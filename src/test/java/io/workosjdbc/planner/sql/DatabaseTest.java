package io.workosjdbc.planner.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.sql.SQLException;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Runs statements on one database for all tests of a class. */
abstract class DatabaseTest {

  private static Database database;

  @BeforeAll
  static void open() throws SQLException {
    database = Database.open();
  }

  @AfterAll
  static void close() throws SQLException {
    database.close();
  }

  static Database database() {
    return database;
  }

  /** The value of an expression, as text. */
  static AbstractStringAssert<?> value(String expression) throws SQLException {
    return assertThat(database.value(expression)).as(expression);
  }

  /** The rows of a query, their values joined by bars. */
  static ListAssert<String> rows(String sql, Object... parameters) throws SQLException {
    return assertThat(database.rows(sql, parameters)).as(sql);
  }

  /** What the statement is refused with. */
  static RefusedStatement refusal(String sql) {
    for (var link = catchThrowable(() -> database.run(sql)); link != null; link = link.getCause()) {
      if (link instanceof RefusedStatement refused) {
        return refused;
      }
    }
    throw new AssertionError("Not refused: " + sql);
  }
}
