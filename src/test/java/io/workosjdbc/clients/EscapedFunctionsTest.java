package io.workosjdbc.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import io.workosjdbc.driver.DemoDatabase;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every function that the metadata names runs in an escape: {@code {fn name(...)}}. */
class EscapedFunctionsTest {
  /** A call of each function and a pattern of its value. */
  private static final List<String> CALLS =
      """
      ASCII('a')                            | 97
      CHAR(65)                              | A
      CHARACTER_LENGTH('abc')               | 3
      CHAR_LENGTH('abc')                    | 3
      CONCAT('a', 'b')                      | ab
      DIFFERENCE('Robert', 'Rupert')        | 4
      INSERT('abcd', 2, 1, 'xx')            | axxcd
      LCASE('A')                            | a
      LEFT('abc', 2)                        | ab
      LENGTH('abc')                         | 3
      LOCATE('b', 'abc')                    | 2
      LOCATE('b', 'abcb', 3)                | 4
      LTRIM('  a')                          | a
      REPEAT('ab', 2)                       | abab
      REPLACE('abc', 'b', 'x')              | axc
      RIGHT('abc', 2)                       | bc
      RTRIM('a  ')                          | a
      SOUNDEX('Robert')                     | R163
      SPACE(3)                              | \\s{3}
      SUBSTRING('abc', 2, 1)                | b
      UCASE('a')                            | A
      ABS(-1)                               | 1
      ACOS(1)                               | 0.0
      ASIN(0)                               | 0.0
      ATAN(0)                               | 0.0
      ATAN2(0, 1)                           | 0.0
      CBRT(8)                               | 2.0
      CEILING(1.2)                          | 2
      COS(0)                                | 1.0
      COT(1)                                | 0.642.*
      DEGREES(1)                            | 57.29.*
      EXP(0)                                | 1.0
      FLOOR(1.7)                            | 1
      LOG(1)                                | 0.0
      LOG10(100)                            | 2.0
      MOD(5, 3)                             | 2
      PI()                                  | 3.14159.*
      POWER(2, 3)                           | 8.0
      RADIANS(180)                          | 3.14159.*
      RAND()                                | 0[.].*
      ROUND(1.26, 1)                        | 1.3
      SIGN(-5)                              | -1
      SIN(0)                                | 0.0
      SQRT(4)                               | 2.0
      TAN(0)                                | 0.0
      TRUNCATE(1.27, 1)                     | 1.2
      CURDATE()                             | 20..-..-..
      CURRENT_DATE()                        | 20..-..-..
      CURTIME()                             | ..:..:..
      CURRENT_TIME()                        | ..:..:..
      NOW()                                 | 20..-..-.. ..:..:..
      CURRENT_TIMESTAMP()                   | 20..-..-.. ..:..:..
      EXTRACT(YEAR FROM {d '2024-01-31'})   | 2024
      DAYNAME({d '2024-01-31'})             | Wednesday
      DAYOFMONTH({d '2024-01-31'})          | 31
      DAYOFWEEK({d '2024-01-31'})           | 4
      DAYOFYEAR({d '2024-02-01'})           | 32
      HOUR({ts '2024-01-01 10:20:30'})      | 10
      MINUTE({ts '2024-01-01 10:20:30'})    | 20
      SECOND({ts '2024-01-01 10:20:30'})    | 30
      MONTH({d '2024-01-31'})               | 1
      MONTHNAME({d '2024-01-31'})           | January
      QUARTER({d '2024-05-31'})             | 2
      WEEK({d '2024-01-31'})                | 5
      YEAR({d '2024-01-31'})                | 2024
      TIMESTAMPADD(SQL_TSI_MONTH, 1, {ts '2024-01-31 10:20:30'})                              | 2024-02-29 10:20:30
      TIMESTAMPDIFF(SQL_TSI_HOUR, {ts '2024-01-01 10:20:30'}, {ts '2024-01-02 10:20:30'})     | 24
      TO_DATE('2024-01-31', 'YYYY-MM-DD')   | 2024-01-31
      TO_TIMESTAMP('2024-01-31 10:20:30', 'YYYY-MM-DD HH24:MI:SS')                            | 2024-01-31 10:20:30
      CONVERT('5', SQL_INTEGER)             | 5
      DATABASE()                            | workos
      IFNULL(null, 1)                       | 1
      USER()                                |
      """
          .lines()
          .toList();

  private static DemoDatabase database;
  private static Connection connection;

  @BeforeAll
  static void connect() throws SQLException {
    database = new DemoDatabase();
    connection = database.connect();
  }

  @AfterAll
  static void disconnect() throws SQLException {
    connection.close();
    database.close();
  }

  static Stream<String> calls() {
    return CALLS.stream();
  }

  @ParameterizedTest
  @MethodSource("calls")
  void runs(String line) throws SQLException {
    int bar = line.indexOf('|');
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("select {fn " + line.substring(0, bar).strip() + "}")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getString(1)).matches(Pattern.compile(line.substring(bar + 1).strip()));
    }
  }

  @Test
  void noOthersAreNamed() throws SQLException {
    DatabaseMetaData metaData = connection.getMetaData();
    Stream<String> named =
        Stream.of(
                metaData.getStringFunctions(),
                metaData.getNumericFunctions(),
                metaData.getTimeDateFunctions(),
                metaData.getSystemFunctions())
            .flatMap(list -> Splitter.on(',').splitToStream(list));

    assertThat(CALLS.stream().map(line -> line.substring(0, line.indexOf('('))).distinct())
        .containsExactlyInAnyOrderElementsOf(named.toList());
  }
}
