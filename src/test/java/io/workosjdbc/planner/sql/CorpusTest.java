package io.workosjdbc.planner.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.workosjdbc.planner.sql.StatementCorpus.Statement;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CorpusTest {

  /** Optional statements that do not run, and a part of what is said instead. */
  private static final Map<String, String> REFUSED =
      Map.of(
          "XX23", "Backticks do not quote names here; use double quotes",
          "XX24", "Brackets do not quote names here; use double quotes");

  private static Database database;

  @BeforeAll
  static void open() throws SQLException {
    database = Database.open();
  }

  @AfterAll
  static void close() throws SQLException {
    database.close();
  }

  @ParameterizedTest
  @MethodSource("io.workosjdbc.planner.sql.StatementCorpus#statements")
  void runs(Statement statement) {
    if (REFUSED.containsKey(statement.id())) {
      assertThatThrownBy(() -> run(statement)).hasStackTraceContaining(REFUSED.get(statement.id()));
    } else {
      assertThatCode(() -> run(statement)).doesNotThrowAnyException();
    }
  }

  private static void run(Statement statement) throws SQLException {
    database.run(statement.sql(), statement.parameters().toArray());
  }

  @Test
  void isWhole() {
    assertThat(StatementCorpus.statements()).hasSize(131);
  }
}
