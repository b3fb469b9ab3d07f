package io.workosjdbc.sql;

import static io.workosjdbc.sql.EveryTable.askable;
import static io.workosjdbc.sql.EveryTable.rows;
import static io.workosjdbc.sql.EveryTable.sorted;
import static io.workosjdbc.sql.EveryTable.where;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import io.workosjdbc.resource.Column;
import io.workosjdbc.resource.Extraction;
import io.workosjdbc.resource.Parameter;
import io.workosjdbc.resource.Resource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Asks every table by every filter that its declaration promises: the filter is sent, there are
 * rows, and they are those that a connection finds that sends none.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(EveryTable.Shared.class)
class EveryFilterTest {
  private final EveryTable tables;
  private final Connection asking;
  private final Connection off;

  EveryFilterTest(EveryTable tables) {
    this.tables = tables;
    this.asking = tables.connect("cache=off");
    this.off = tables.connect("pushdown=off;cache=memory;entityTtl=1h");
  }

  @AfterAll
  void close() throws SQLException {
    asking.close();
    off.close();
  }

  static List<Resource> filtered() {
    return EveryTable.scannable().stream()
        .filter(resource -> !askable(resource).isEmpty())
        .toList();
  }

  /** Tables of one list that is read from its beginning to its end, whatever is asked. */
  static List<Resource> unfiltered() {
    return EveryTable.scannable().stream().filter(resource -> askable(resource).isEmpty()).toList();
  }

  static List<Resource> unlisted() {
    return EveryTable.resources().stream().filter(EveryTable::needsKeys).toList();
  }

  static List<Resource> unscoped() {
    return EveryTable.scannable().stream()
        .filter(resource -> resource.listing().scopes().isEmpty())
        .toList();
  }

  /** All columns but those of other tables, which are asked for apart. */
  private static List<String> shown(Resource resource) {
    return resource.columns().stream()
        .filter(column -> !(column.extraction() instanceof Extraction.LookedUp))
        .map(Column::name)
        .toList();
  }

  private static String columns(Resource resource) {
    // Quoted, for a column may be called user, which is a function of SQL.
    return shown(resource).stream().collect(Collectors.joining("\", \"", "\"", "\""));
  }

  @ParameterizedTest
  @MethodSource("filtered")
  void whatIsSentIsWhatAScanFinds(Resource resource) throws SQLException {
    for (var columns : askable(resource)) {
      var found =
          tables.scan(resource).stream()
              .filter(row -> columns.stream().allMatch(column -> isAskable(resource, column, row)))
              .findFirst();
      assertThat(found).as(columns.toString()).isPresent();
      var values =
          columns.stream()
              .distinct()
              .collect(Collectors.toMap(column -> column, found.orElseThrow()::get));
      assertSent(resource, values, scanned(resource, values));
    }
  }

  /** The rows of a scan with these values, as {@link EveryTable#sorted} gives them. */
  private List<String> scanned(Resource resource, Map<String, String> values) throws SQLException {
    var shown = shown(resource);
    return tables.scan(resource).stream()
        .filter(row -> row.entrySet().containsAll(values.entrySet()))
        .map(TreeMap::new)
        .peek(row -> row.keySet().retainAll(shown))
        .map(TreeMap::toString)
        .sorted()
        .toList();
  }

  @ParameterizedTest
  @MethodSource("filtered")
  void severalValuesOfAFilterAreWhatAScanFinds(Resource resource) throws SQLException {
    for (var parameter : resource.listing().parameters()) {
      var column = parameter.column();
      var found =
          tables.scan(resource).stream().filter(row -> !row.get(column).equals("NULL")).toList();
      var values = found.stream().map(row -> row.get(column)).distinct().limit(2).toList();
      var in = " where " + column + " in ('" + String.join("', '", values) + "')";
      assertThat(rows(asking, "select * from " + resource.table() + in))
          .as(in)
          .containsExactlyInAnyOrderElementsOf(
              found.stream().filter(row -> values.contains(row.get(column))).toList());
    }
  }

  private static boolean isAskable(Resource resource, String column, Map<String, String> row) {
    return !row.get(column).equals("NULL")
        && resource.listing().parameters().stream()
            .filter(parameter -> parameter.column().equals(column))
            .filter(Parameter.Equality.class::isInstance)
            .map(parameter -> ((Parameter.Equality) parameter).accepted())
            .allMatch(accepted -> accepted.isEmpty() || accepted.contains(row.get(column)));
  }

  private void assertSameAsWithoutPushdown(Resource resource, Map<String, String> values)
      throws SQLException {
    assertSent(resource, values, sorted(off, select(resource, values)));
  }

  private static String select(Resource resource, Map<String, String> values) {
    return "select " + columns(resource) + " from " + resource.table() + where(values);
  }

  private void assertSent(Resource resource, Map<String, String> values, List<String> expected)
      throws SQLException {
    var sql = select(resource, values);
    tables.server().clearRequests();
    assertThat(sorted(asking, sql)).as(sql).isNotEmpty().isEqualTo(expected);
    assertThat(tables.server().requests())
        .as(sql)
        .isNotEmpty()
        .allSatisfy(
            line ->
                assertThat(line)
                    .contains(
                        values.values().stream()
                            .map(value -> Splitter.on(',').splitToList(value).get(0))
                            .toList()));
  }

  /** Keys that only the SQL can give are sent in any case. */
  @ParameterizedTest
  @MethodSource("unlisted")
  void whatNobodyListsIsTheSameWithoutPushdown(Resource resource) throws SQLException {
    for (var scope : resource.listing().scopes()) {
      assertSameAsWithoutPushdown(resource, tables.keysOf(resource, scope));
    }
  }

  @ParameterizedTest
  @MethodSource("unfiltered")
  void aPartOfTheRowsIsTheSameWithoutPushdown(Resource resource) throws SQLException {
    var key = resource.key().name();
    var first = tables.scan(resource).get(0).get(key);
    var type = resource.key().type().name().equals("INTEGER") ? first : "'" + first + "'";
    var sql =
        "select "
            + columns(resource)
            + " from "
            + resource.table()
            + " where "
            + key
            + " <= "
            + type;
    assertThat(sorted(asking, sql)).isNotEmpty().isEqualTo(sorted(off, sql));
  }

  @ParameterizedTest
  @MethodSource("unscoped")
  void aLimitReadsOnePage(Resource resource) throws SQLException {
    tables.server().clearRequests();
    var sql = "select " + resource.key().name() + " from " + resource.table() + " limit 1";
    assertThat(rows(asking, sql)).hasSize(1);
    assertThat(tables.server().requests())
        .singleElement()
        .asString()
        .startsWith("GET " + resource.listing().path());
  }

  /** A list of another table's rows is asked for by their keys alone: one request for each key. */
  @ParameterizedTest
  @MethodSource("filtered")
  void aKeyIsOneListWithoutItsParent(Resource resource) throws SQLException {
    for (var scope : resource.listing().scopes()) {
      var columns = scope.keys().stream().map(key -> key.column()).toList();
      var row = tables.scan(resource).get(0);
      var values = columns.stream().collect(Collectors.toMap(column -> column, row::get));
      tables.server().clearRequests();
      rows(asking, "select count(*) from " + resource.table() + where(values));
      assertThat(
              tables.server().requests().stream().map(line -> line.replaceFirst("&after=.*", "")))
          .as(resource.table())
          .isNotEmpty()
          .containsOnly(tables.server().requests().get(0));
    }
  }
}
