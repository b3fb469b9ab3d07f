package io.workosjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.Date;
import java.sql.JDBCType;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Parameters whose types the validator cannot tell, alone and among others. */
class LatePreparationTest {
  private Connection connection;

  @BeforeEach
  void connect() throws SQLException {
    connection = new TestDatabase().connect();
  }

  @AfterEach
  void disconnect() throws SQLException {
    connection.close();
  }

  private List<String> texts(String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      List<String> texts = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          texts.add(rows.getString(1));
        }
      }
      return texts;
    }
  }

  @Test
  void parametersMayStandInTheSelectList() throws SQLException {
    assertThat(texts("select ?", "it's")).containsExactly("it's");
    assertThat(texts("select ? || name || ? from people where id = 7", "<", ">"))
        .containsExactly("<Ada>");
    assertThat(texts("select concat(name, ?, ?) from people where id = 7", "-", "x"))
        .containsExactly("Ada-x");
    assertThat(texts("select upper(?) from people where id = ?", "abc", 7)).containsExactly("ABC");
    assertThat(texts("select '?' || ? /* ? */ -- ?\n", "!")).containsExactly("?!");
  }

  @Test
  void parametersMayStandInCase() throws SQLException {
    String sql =
        "select case when name = ? then ? when n < ? then ? else ? end"
            + " from people join numbers on numbers.n = ? where people.id = 7";
    assertThat(texts(sql, "Ada", "known", 5, "small", "other", 0)).containsExactly("known");
    assertThat(texts(sql, "Bob", "known", 5, "small", "other", 3)).containsExactly("small");
    assertThat(texts(sql, "Bob", "known", 5, "small", "other", 9)).containsExactly("other");
  }

  @Test
  void parametersMayStandInAggregates() throws SQLException {
    assertThat(
            texts(
                "select cast(sum(case when n < ? then ? else ? end) as double) / count(*)"
                    + " from numbers where n < ?",
                3,
                1.0,
                0.0,
                10))
        .singleElement()
        .satisfies(share -> assertThat(Double.parseDouble(share)).isEqualTo(0.3));
    assertThat(
            texts(
                "select case when n < ? then ? else ? end as size, count(*) from numbers"
                    + " where n < 10 group by case when n < ? then ? else ? end order by 1",
                3,
                "few",
                "many",
                3,
                "few",
                "many"))
        .containsExactly("few", "many");
  }

  @Test
  void parametersMayStandInConditionsAndLimits() throws SQLException {
    assertThat(texts("select n from numbers where n between ? and ? and n in (?, ?)", 2, 5, 4, 9))
        .containsExactly("4");
    assertThat(texts("select name from people where name like ?", "A%")).containsExactly("Ada");
    assertThat(texts("select n from numbers order by n limit ? offset ?", 2L, 3L))
        .containsExactly("3", "4");
    assertThat(texts("select n from numbers offset ? rows fetch next ? rows only", 3L, 2L))
        .containsExactly("3", "4");
    assertThat(texts("select n, ? from numbers order by n limit ? offset ?", "x", 2L, 3L))
        .containsExactly("3", "4");
  }

  static Stream<Arguments> values() {
    LocalDateTime at = LocalDateTime.parse("2026-03-08T02:30:00.125");
    Instant instant = Instant.parse("2026-03-08T02:30:00.125Z");
    return Stream.of(
        Arguments.of("text", "text"),
        Arguments.of("", ""),
        Arguments.of('c', "c"),
        Arguments.of(true, "true"),
        Arguments.of(-5, "-5"),
        Arguments.of((short) 5, "5"),
        Arguments.of(3_000_000_000L, "3000000000"),
        Arguments.of(new BigDecimal("12.50"), "12.50"),
        Arguments.of(LocalDate.of(2026, 3, 8), "2026-03-08"),
        Arguments.of(Date.valueOf("2026-03-08"), "2026-03-08"),
        Arguments.of(LocalTime.of(2, 30), "02:30:00"),
        Arguments.of(Time.valueOf("02:30:00"), "02:30:00"),
        Arguments.of(OffsetTime.parse("04:30:00+02:00"), "02:30:00"),
        Arguments.of(at, "2026-03-08 02:30:00.125"),
        Arguments.of(instant, "2026-03-08 02:30:00.125"),
        Arguments.of(Timestamp.from(instant), "2026-03-08 02:30:00.125"),
        Arguments.of(java.util.Date.from(instant), "2026-03-08 02:30:00.125"),
        Arguments.of(
            OffsetDateTime.parse("2026-03-07T21:30:00.125-05:00"), "2026-03-08 02:30:00.125"),
        Arguments.of(
            ZonedDateTime.parse("2026-03-08T08:15:00.125+05:45[Asia/Kathmandu]"),
            "2026-03-08 02:30:00.125"));
  }

  @ParameterizedTest
  @MethodSource("values")
  void everyClassIsSelected(Object value, String text) throws SQLException {
    assertThat(texts("select ?", value)).singleElement().asString().startsWith(text);
  }

  @Test
  void aTypeSaysWhatTheValueIs() throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement("select ?, ?, ?, ?")) {
      statement.setObject(1, "5", Types.INTEGER);
      statement.setObject(2, "2026-03-08", JDBCType.DATE);
      statement.setObject(3, 2.5, Types.VARCHAR);
      statement.setNull(4, Types.VARCHAR);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        assertThat(row.getObject(1)).isEqualTo(5);
        assertThat(row.getObject(2, LocalDate.class)).isEqualTo("2026-03-08");
        assertThat(row.getObject(3)).isEqualTo("2.5");
        assertThat(row.getObject(4)).isNull();
      }
    }
  }

  @Test
  void itIsExecutedAgainWithOtherValues() throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("select ?, n from numbers where n < 3")) {
      assertThat(statement.getParameterMetaData().getParameterCount()).isEqualTo(1);
      assertThat(statement.getMetaData().getColumnLabel(2)).isEqualTo("n");
      statement.setMaxRows(2);
      for (String value : List.of("a", "b")) {
        statement.setString(1, value);
        ResultSet rows = statement.executeQuery();
        assertThat(rows.next()).isTrue();
        assertThat(rows.getString(1)).isEqualTo(value);
        assertThat(rows.getStatement()).isSameAs(statement);
        assertThat(rows.next()).isTrue();
        assertThat(rows.next()).isFalse();
      }
      statement.clearParameters();
      assertThatThrownBy(statement::executeQuery).hasMessage("Parameter 1 of 1 has no value");
      assertThatThrownBy(() -> statement.setInt(2, 1)).isInstanceOf(SQLException.class);
    }
  }

  @Test
  void otherMistakesAreStillFoundWhenItIsPrepared() {
    assertThatThrownBy(() -> connection.prepareStatement("select ?, nix from people"))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42000"))
        .hasMessageContaining("nix");
    assertThatThrownBy(() -> connection.prepareStatement("select ? frm people where"))
        .hasMessageStartingWith("Syntax error");
  }
}
