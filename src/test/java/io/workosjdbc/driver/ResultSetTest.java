package io.workosjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ResultSetTest {
  private Connection connection;
  private ResultSet rows;

  @BeforeEach
  void openPeople() throws SQLException {
    connection = new TestDatabase().connect();
    Statement statement = connection.createStatement();
    rows = statement.executeQuery("select * from people");
    assertThat(rows.next()).isTrue();
  }

  @AfterEach
  void disconnect() throws SQLException {
    connection.close();
  }

  @Test
  void numbersReadAsEveryNumber() throws SQLException {
    assertThat(rows.getInt("ID")).isEqualTo(7);
    assertThat(rows.getByte("id")).isEqualTo((byte) 7);
    assertThat(rows.getShort("id")).isEqualTo((short) 7);
    assertThat(rows.getLong("visits")).isEqualTo(3_000_000_000L);
    assertThat(rows.getFloat("score")).isEqualTo(2.5f);
    assertThat(rows.getDouble("amount")).isEqualTo(12.0);
    assertThat(rows.getBigDecimal("visits")).isEqualByComparingTo("3000000000");
    assertThat(rows.getObject("id", Long.class)).isEqualTo(7L);
    assertThat(rows.getObject("visits", BigInteger.class)).isEqualTo(3_000_000_000L);
    assertThat(rows.getObject("score", BigDecimal.class)).isEqualTo("2.5");
    assertThat(rows.getObject("id", Double.class)).isEqualTo(7.0);
    assertThat(rows.getObject("id", String.class)).isEqualTo("7");
    assertThat(rows.getObject("id")).isEqualTo(7);
    assertThat(rows.getBoolean("id")).isTrue();
    assertThat(rows.getString("visits")).isEqualTo("3000000000");
  }

  @Test
  void aNumberThatDoesNotFitIsAnError() {
    assertThatThrownBy(() -> rows.getInt("visits"))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("22003"))
        .hasMessage("3000000000 is out of range for INTEGER");
  }

  @Test
  void textsAndTruthValues() throws SQLException, IOException {
    assertThat(rows.getString(2)).isEqualTo("Ada");
    assertThat(rows.getObject(2)).isEqualTo("Ada");
    assertThat(rows.getObject(2, String.class)).isEqualTo("Ada");
    assertThat((char) rows.getCharacterStream(2).read()).isEqualTo('A');
    assertThat(rows.getClob(2).getSubString(1, 3)).isEqualTo("Ada");
    assertThat(rows.getNString(2)).isEqualTo("Ada");
    assertThat(rows.getAsciiStream(2).readAllBytes()).isEqualTo(new byte[] {'A', 'd', 'a'});
    assertThat(rows.getBinaryStream(2).readAllBytes()).isEqualTo(new byte[] {'A', 'd', 'a'});
    assertThat(rows.getBytes(2)).isEqualTo(new byte[] {'A', 'd', 'a'});
    assertThat(rows.getObject(2, byte[].class)).isEqualTo(new byte[] {'A', 'd', 'a'});
    assertThat(rows.getBoolean("active")).isTrue();
    assertThat(rows.getObject("active", Boolean.class)).isTrue();
    assertThat(rows.getString("active")).isEqualTo("true");
    assertThatThrownBy(() -> rows.getInt(2))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("22018"))
        .hasMessage("'Ada' is not a number");
    assertThatThrownBy(() -> rows.getTimestamp(2))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("22007"));
  }

  @Test
  void nullsAreNullOrZero() throws SQLException {
    assertThat(rows.next()).isTrue();
    for (int column = 1; column <= 9; column++) {
      assertThat(rows.getObject(column)).isNull();
      assertThat(rows.wasNull()).isTrue();
      assertThat(rows.getString(column)).isNull();
      assertThat(rows.getObject(column, String.class)).isNull();
      assertThat(rows.getTimestamp(column)).isNull();
      assertThat(rows.getLong(column)).isZero();
      assertThat(rows.wasNull()).isTrue();
      assertThat(rows.getBoolean(column)).isFalse();
    }
  }

  @Test
  void unknownColumnsAndPositionsHaveAState() throws SQLException {
    assertState("22023", () -> rows.getString(0));
    assertState("22023", () -> rows.getString(10));
    assertState("42703", () -> rows.getString("nam"));
    assertState("0A000", () -> rows.getObject(1, Thread.class));
    assertState("0A000", () -> rows.updateString(1, "x"));
    assertState("0A000", () -> rows.updateRow());
    assertState("0A000", () -> rows.previous());
    assertState("0A000", () -> rows.getBlob(1));
    assertState("22018", () -> rows.getBytes(1));
    assertThatThrownBy(() -> rows.getArray(2)).hasMessage("The column cannot be read as Array");
    while (rows.next()) {
      assertThat(rows.getRow()).isEqualTo(2);
    }
    assertState("24000", () -> rows.getString(1));
    rows.close();
    assertState("55000", () -> rows.getString(1));
    assertState("55000", () -> rows.findColumn("name"));
  }

  @Test
  void positionsAreKnown() throws SQLException {
    assertThat(rows.isFirst()).isTrue();
    assertThat(rows.getRow()).isEqualTo(1);
    assertThat(rows.isBeforeFirst()).isFalse();
    assertThat(rows.getType()).isEqualTo(ResultSet.TYPE_FORWARD_ONLY);
    assertThat(rows.getMetaData().getColumnLabel(2)).isEqualTo("name");
    assertState("22023", () -> rows.getMetaData().getColumnLabel(99));
  }

  @Test
  void onlyForwardIsADirection() throws SQLException {
    rows.setFetchDirection(ResultSet.FETCH_FORWARD);
    rows.setFetchSize(500);
    assertThat(rows.getFetchDirection()).isEqualTo(ResultSet.FETCH_FORWARD);
    assertThat(rows.getStatement().getFetchDirection()).isEqualTo(ResultSet.FETCH_FORWARD);
    assertState("0A000", () -> rows.setFetchDirection(ResultSet.FETCH_REVERSE));
    assertThat(rows.isWrapperFor(ResultSet.class)).isTrue();
    assertThat(rows.isWrapperFor(null)).isFalse();
    assertState("22023", () -> rows.unwrap(null));
  }

  @Test
  void arraysRead() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet array = statement.executeQuery("select array['a', 'b'] as x")) {
      array.next();
      assertThat((Object[]) array.getArray("x").getArray()).containsExactly("a", "b");
      try (ResultSet elements = array.getArray("x").getResultSet()) {
        assertThat(elements.next()).isTrue();
        assertThat(elements.getString(2)).isEqualTo("a");
      }
      assertThat(array.getString("x")).isEqualTo("[a, b]");
    }
  }

  @Test
  void averagesAreNotCutAndTextsNotPadded() throws SQLException {
    String sql =
        "select avg(n), min(case when n = 1 then 'SAML' else 'Other' end)"
            + " from (values (1), (2)) as t(n) where n < 2 or n = 2";
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      assertThat(result.getDouble(1)).isEqualTo(1.5);
      assertThat(result.getString(2)).isEqualTo("Other");
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
