package io.workosjdbc.sql;

import static io.workosjdbc.sql.EveryTable.rows;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.workosjdbc.resource.Column;
import io.workosjdbc.resource.ColumnType;
import io.workosjdbc.resource.Resource;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the JSON functions say of every JSON column is what a JSON library says of its text. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(EveryTable.Shared.class)
class EveryJsonColumnTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final EveryTable tables;

  EveryJsonColumnTest(EveryTable tables) {
    this.tables = tables;
  }

  static Stream<Arguments> columns() {
    return EveryTable.scannable().stream()
        .flatMap(
            resource ->
                resource.columns().stream()
                    .filter(column -> column.type() == ColumnType.JSON)
                    .filter(column -> !column.name().equals("raw"))
                    .map(column -> Arguments.of(resource, column)));
  }

  private static JsonNode parsed(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError(text, e);
    }
  }

  @ParameterizedTest
  @MethodSource("columns")
  void theFunctionsUnderstandIt(Resource resource, Column column) throws SQLException {
    var key = String.join(", ", resource.primaryKey());
    var name = "\"" + column.name() + "\"";
    var sql =
        ("select %s, %s as c, json_type(%s) as t, json_length(%s) as l, json_query(%s, '$') as q,"
                + " json_exists(%s, '$') as e from %s where %s is not null limit 50")
            .formatted(key, name, name, name, name, name, resource.table(), name);
    for (var row : rows(tables.cached(), sql)) {
      var value = parsed(row.get("c"));
      assertThat(value.isContainerNode()).as(row.get("c")).isTrue();
      assertThat(row.get("t")).isEqualToIgnoringCase(value.isArray() ? "array" : "object");
      assertThat(row.get("l")).isEqualTo(String.valueOf(value.size()));
      assertThat(row.get("e")).isEqualToIgnoringCase("true");
      assertThat(parsed(row.get("q"))).isEqualTo(value);
    }
  }

  /** The elements of arrays, as many and as they are; of what is no array there are none. */
  @ParameterizedTest
  @MethodSource("columns")
  void itsElementsAreRows(Resource resource, Column column) throws SQLException {
    var texts =
        tables.scan(resource).stream()
            .map(row -> row.get(column.name()))
            .filter(text -> !text.equals("NULL"))
            .map(EveryJsonColumnTest::parsed)
            .toList();
    long elements = texts.stream().filter(JsonNode::isArray).mapToLong(JsonNode::size).sum();
    var sql =
        "select count(*) as n from %s as t cross join unnest(json_query_array(t.\"%s\")) as e(x)"
            .formatted(resource.table(), column.name());
    assertThat(rows(tables.cached(), sql).get(0).get("n")).isEqualTo(String.valueOf(elements));
  }

  /** A member that is a text, number or boolean is what JSON_VALUE gives of it. */
  @ParameterizedTest
  @MethodSource("columns")
  void itsMembersAreValues(Resource resource, Column column) throws SQLException {
    var some =
        tables.scan(resource).stream()
            .map(row -> row.get(column.name()))
            .filter(text -> text.startsWith("{"))
            .map(EveryJsonColumnTest::parsed)
            .flatMap(value -> value.properties().stream())
            .filter(member -> member.getValue().isValueNode() && !member.getValue().isNull())
            .findFirst();
    if (some.isEmpty()) {
      return; // Arrays, and objects of objects.
    }
    var sql =
        "select count(*) as n from %s as t where json_value(t.\"%s\", '$[''%s'']') = '%s'"
            .formatted(
                resource.table(),
                column.name(),
                some.get().getKey(),
                some.get().getValue().asText().replace("'", "''"));
    assertThat(Long.parseLong(rows(tables.cached(), sql).get(0).get("n"))).as(sql).isPositive();
  }
}
