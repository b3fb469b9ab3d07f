package io.workosjdbc.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.workosjdbc.demo.DemoOptions;
import io.workosjdbc.demo.DemoServer;
import io.workosjdbc.resource.Column;
import io.workosjdbc.resource.Extraction;
import io.workosjdbc.resource.Paging;
import io.workosjdbc.resource.Parameter;
import io.workosjdbc.resource.Resource;
import io.workosjdbc.resource.SingleGet;
import io.workosjdbc.workos.WorkOs;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Values and SQL that mean harm: they ask for nothing else, and the connection survives them. Each
 * column gets a third of the values; with {@code -Dhostile=all} all, and the longest texts.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class HostileInputTest {
  private static final boolean ALL = "all".equals(System.getProperty("hostile"));
  private static final Set<String> STATES =
      Set.of("42000", "42703", "22023", "54001", "0A000", "22003", "22018", "22007");

  private final DemoServer server = DemoServer.start(DemoOptions.defaults().withEventCount(100));
  private final Connection connection = connect("cache=off");

  private Connection connect(String properties) {
    try {
      return DriverManager.getConnection(
          "jdbc:workos:baseUrl=%s;apiKey=%s;requestsPerSecond=10000;maxRetries=0;%s"
              .formatted(server.baseUrl(), server.apiKey(), properties));
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  @AfterAll
  void close() throws SQLException {
    connection.close();
    server.close();
  }

  static List<String> values() {
    return List.of(
        "../organizations",
        "..",
        ".",
        "",
        " ",
        "/",
        "//",
        "org_1/../../connections",
        "..%2Forganizations",
        "%2e%2e",
        "%",
        "%00",
        "a/b",
        "a\\b",
        "a?limit=1",
        "a#fragment",
        "a&after=org_1",
        "a=b&limit=1",
        "a,b",
        "a;b",
        "a+b",
        "{id}",
        "\r\nX-Evil: 1",
        "\r\n\r\nGET /connections HTTP/1.1\r\n",
        "\u0000",
        "\u0001\u001f\u007f",
        "\u0085\u2028\u202e",
        "\ud800",
        "\udbff\udfff",
        "Zoë 漢字 🎉",
        "' or '1'='1",
        "'; drop table workos_organization; --",
        "\"\\",
        "https://evil.example/",
        "@evil.example",
        "x".repeat(5_000));
  }

  /** The columns whose values become a part of a path, or of a query. */
  static Stream<String[]> sentColumns() {
    return WorkOs.SOURCE.resources().stream()
        .flatMap(
            resource ->
                Stream.concat(
                        resource.singleGets().stream().map(SingleGet::column),
                        resource.listing().parameters().stream().map(Parameter::column))
                    .distinct()
                    .map(column -> new String[] {resource.table(), column}));
  }

  @ParameterizedTest(name = "{0}.{1}")
  @MethodSource("sentColumns")
  void aValueAsksForNothingButItself(String table, String column) throws SQLException {
    var resource = WorkOs.SOURCE.resource(table).orElseThrow();
    if (!resource.listing().scopes().isEmpty()) {
      return; // Needs keys beside it; the same code writes it.
    }
    var sql = "select * from " + table + " where " + column + " = ?";
    try (var prepared = connection.prepareStatement(sql)) {
      int first = Math.floorMod((table + column).hashCode(), 3);
      for (int each = ALL ? 0 : first; each < values().size(); each += ALL ? 1 : 3) {
        var value = values().get(each);
        server.clearRequests();
        assertThat(ids(prepared, value)).as("rows of " + column + " = " + value).isEmpty();
        assertThat(server.loggedRequests())
            .as(column + " = " + value)
            .allSatisfy(
                request -> {
                  assertThat(request.headers()).doesNotContainKeys("X-evil", "X-Evil");
                  assertThat(lines(resource, column, value)).anyMatch(request.line()::startsWith);
                });
      }
    }
  }

  /** What may be asked for. The log shows it decoded. */
  private static List<String> lines(Resource resource, String column, String value) {
    var path = resource.listing().path();
    var limit = resource.listing().paging().pages().flatMap(Paging.Cursor::limit);
    var lines = new ArrayList<>(List.of("GET " + path + limit.map(l -> "?limit=100").orElse("")));
    resource.columns().stream()
        .map(Column::extraction)
        .filter(Extraction.LookedUp.class::isInstance)
        .forEach(lookedUp -> lines.add("GET /connections?limit=100"));
    resource.singleGets().stream()
        .filter(get -> get.column().equals(column))
        .forEach(get -> lines.add("GET " + get.path().replaceFirst("\\{[^}]*}$", "") + value));
    return lines;
  }

  private static List<String> ids(PreparedStatement prepared, String value) throws SQLException {
    prepared.setString(1, value);
    var ids = new ArrayList<String>();
    try (var rows = prepared.executeQuery()) {
      while (rows.next()) {
        ids.add(rows.getString(1));
      }
    } catch (SQLException e) {
      // The service refuses it, and says so.
      assertThat(e.getSQLState()).isEqualTo("22023");
      assertThat(e.getMessage().chars()).noneMatch(Character::isISOControl);
    }
    return ids;
  }

  @Test
  void aMegabyteOfTextIsAValueLikeAnyOther() throws SQLException {
    for (var column : List.of("name", "id", "external_id", "domains")) {
      var text =
          "m".repeat(ALL || column.equals("name") || column.equals("id") ? 1 << 20 : 1 << 16);
      var outcome =
          Outcome.of(
              connection,
              "select id from workos_organization where " + column + " = '" + text + "'");

      assertThat(outcome.failure()).as(column).isEmpty();
      assertThat(outcome.rows()).isEmpty();
    }
    assertWorks();
  }

  @ParameterizedTest
  @ValueSource(strings = {"id", "name", "domains", "external_id"})
  void fourThousandValuesAreOneRequest(String column) throws SQLException {
    server.clearRequests();
    var outcome = Outcome.of(connection, oneOf(column, 4_000));

    assertThat(outcome.failure()).isEmpty();
    assertThat(outcome.rows()).hasSize(column.equals("id") || column.equals("name") ? 1 : 0);
    assertThat(server.requestCount()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"id", "name"})
  void tenThousandValuesAreAnsweredOrRefused(String column) throws SQLException {
    var outcome = Outcome.of(connection, oneOf(column, 10_000));

    outcome.failure().ifPresent(e -> assertThat(e.getSQLState()).isEqualTo("54001"));
    assertThat(outcome.rows()).hasSize(outcome.failure().isPresent() ? 0 : 1);
    assertWorks();
  }

  /** Organizations by many values, of which one is there. */
  private String oneOf(String column, int values) {
    var one = server.data().organizations().get(2);
    var wanted = (column.equals("name") ? one.name() : one.id()).replace("'", "''");
    return IntStream.range(0, values)
        .mapToObj(i -> i == values / 2 ? "'" + wanted + "'" : "'no_" + i + "'")
        .collect(
            Collectors.joining(
                ", ", "select id from workos_organization where " + column + " in (", ")"));
  }

  static Stream<String> monsters() {
    return Stream.of(
        "select " + "(".repeat(2_000) + "1" + ")".repeat(2_000),
        "select " + "(".repeat(200_000) + "1",
        "select " + "not ".repeat(20_000) + "true",
        "select 1" + " + 1".repeat(20_000),
        "select " + "abs(".repeat(3_000) + "1" + ")".repeat(3_000),
        "select id from workos_organization where "
            + String.join(" or ", Collections.nCopies(5_000, "name = 'a'")),
        "select id from workos_organization where "
            + String.join(" and ", Collections.nCopies(5_000, "name <> 'a'")),
        "select * from (".repeat(500) + "select 1 as a" + ")".repeat(500),
        "select 1" + " union all select 1".repeat(2_000),
        "select " + "case when true then ".repeat(2_000) + "1" + " end".repeat(2_000),
        "select '" + "x".repeat(1 << 20) + "'",
        "select \"" + "x".repeat(10_000) + "\" from workos_organization",
        "/*".repeat(10_000),
        "select 1 " + "-".repeat(100_000),
        "\u0000",
        "select\u00001",
        "select '\u0000\u0001\u001b[2J\u202e'",
        "select 1\u001a",
        "select \ud800",
        "{".repeat(5_000),
        "?".repeat(5_000),
        "select " + "?,".repeat(5_000) + "?",
        "'",
        ";".repeat(1_000));
  }

  @ParameterizedTest
  @MethodSource("monsters")
  void sqlThatMeansHarmIsAnsweredOrRefused(String sql) throws SQLException {
    var outcome = Outcome.of(connection, sql);

    outcome
        .failure()
        .ifPresent(
            e -> {
              assertThat(e.getSQLState()).as(e.toString().substring(0, 40)).isIn(STATES);
              assertThat(e.getMessage()).hasSizeLessThan(2_000);
              assertThat(e.getMessage().chars()).noneMatch(c -> c < ' ' && c != '\n');
            });
    assertWorks();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sk_test_1\r\nX-Evil: 1",
        "sk_test_1\nAuthorization: Bearer other",
        "sk_test_ 1",
        "sk_test_\u00e9",
        "sk_test_\u0000x"
      })
  void aKeyIsNoPlaceForHeaders(String key) {
    var properties = new Properties();
    properties.setProperty("apiKey", key);
    try (var opened =
        DriverManager.getConnection("jdbc:workos:baseUrl=" + server.baseUrl(), properties)) {
      throw new AssertionError("opened " + opened);
    } catch (SQLException e) {
      assertThat(e.getSQLState()).isEqualTo("28000");
      assertThat(e.toString()).doesNotContain("Evil", "other", key);
    }
  }

  private void assertWorks() throws SQLException {
    var ids = new HashSet<String>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("select id from workos_organization")) {
      while (rows.next()) {
        ids.add(rows.getString(1));
      }
    }
    assertThat(ids).hasSize(server.data().organizations().size());
  }
}
