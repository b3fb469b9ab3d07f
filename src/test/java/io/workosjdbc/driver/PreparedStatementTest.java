package io.workosjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PreparedStatementTest {
  private Connection connection;

  @BeforeEach
  void connect() throws SQLException {
    connection = new TestDatabase().connect();
  }

  @AfterEach
  void disconnect() throws SQLException {
    connection.close();
  }

  private PreparedStatement where(String condition) throws SQLException {
    return connection.prepareStatement("select id from people where " + condition);
  }

  private static boolean finds(PreparedStatement statement) throws SQLException {
    try (ResultSet rows = statement.executeQuery()) {
      return rows.next();
    }
  }

  @Test
  void valuesBecomeTheParametersType() throws SQLException {
    try (PreparedStatement statement =
        where("id = ? and name = ? and active = ? and amount = ? and score = ? and visits = ?")) {
      statement.setString(1, "7");
      statement.setObject(2, "Ada");
      statement.setString(3, "true");
      statement.setObject(4, 12L);
      statement.setBigDecimal(5, new BigDecimal("2.50"));
      statement.setObject(6, "3000000000", Types.VARCHAR);
      assertThat(finds(statement)).isTrue();
      statement.setLong(1, 7);
      statement.setCharacterStream(2, new StringReader("Ada"));
      statement.setInt(3, 1);
      statement.setDouble(4, 12.0);
      statement.setFloat(5, 2.5f);
      statement.setDouble(6, 3e9);
      assertThat(finds(statement)).isTrue();
      statement.setNull(1, Types.INTEGER);
      assertThat(finds(statement)).isFalse();
    }
  }

  @ParameterizedTest
  @MethodSource
  void aListIsNoValue(Object list) throws SQLException {
    try (PreparedStatement statement = where("name in (?)")) {
      assertThatThrownBy(() -> statement.setObject(1, list))
          .hasMessageContaining("IN (?, ?)")
          .extracting("SQLState")
          .isEqualTo("0A000");
      assertThatThrownBy(() -> statement.setObject(1, list, Types.VARCHAR))
          .hasMessageContaining("write a ? for each");
    }
  }

  static Stream<Object> aListIsNoValue() {
    return Stream.of(List.of("Ada"), Map.of(1, "Ada"), new int[] {1}, new byte[] {1});
  }

  @Test
  void limitAndOffsetTakeALong() throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("select n from numbers limit ? offset ?")) {
      statement.setLong(1, 1L);
      statement.setLong(2, 5L);
      try (ResultSet rows = statement.executeQuery()) {
        assertThat(rows.next()).isTrue();
        assertThat(rows.getInt(1)).isEqualTo(5);
        assertThat(rows.next()).isFalse();
      }
    }
  }

  @Test
  void wrongValuesAndIndexesAreRefused() throws SQLException {
    try (PreparedStatement statement = where("id = ? and created_at > ?")) {
      assertState("22018", () -> statement.setString(1, "seven"));
      assertState("22018", () -> statement.setDouble(1, 7.5));
      assertState("22003", () -> statement.setLong(1, 3_000_000_000L));
      assertState("22007", () -> statement.setString(2, "yesterday"));
      assertState("22023", () -> statement.setInt(3, 1));
      assertState("22023", () -> statement.setInt(0, 1));
      assertState("0A000", () -> statement.setBytes(1, new byte[1]));
      assertState("0A000", () -> statement.setBlob(1, (java.sql.Blob) null));
    }
  }

  @Test
  void everyParameterNeedsAValue() throws SQLException {
    try (PreparedStatement statement = where("id = ? and name = ?")) {
      statement.setInt(1, 7);
      assertThatThrownBy(statement::executeQuery)
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("22023"))
          .hasMessage("Parameter 2 of 2 has no value");
      statement.setString(2, "Ada");
      assertThat(finds(statement)).isTrue();
      statement.clearParameters();
      assertState("22023", statement::executeQuery);
    }
  }

  @Test
  void metaDataNeedsNoExecution() throws SQLException {
    try (PreparedStatement statement = where("id = ?")) {
      assertThat(statement.getMetaData().getColumnLabel(1)).isEqualTo("id");
      assertThat(statement.getParameterMetaData().getParameterType(1)).isEqualTo(Types.INTEGER);
      assertState("22023", () -> statement.executeQuery("select 1"));
    }
  }

  private interface Call {
    void run() throws SQLException;
  }

  private static void assertState(String state, Call call) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(state));
  }
}
