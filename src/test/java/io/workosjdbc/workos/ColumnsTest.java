package io.workosjdbc.workos;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.workosjdbc.resource.Column;
import io.workosjdbc.resource.ColumnType;
import io.workosjdbc.resource.Extraction;
import io.workosjdbc.resource.Paging;
import io.workosjdbc.resource.Parameter;
import io.workosjdbc.resource.Path;
import io.workosjdbc.resource.Resource;
import io.workosjdbc.resource.SingleGet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds every declaration against the API reference. */
class DeclarationsTest {

  static List<Resource> resources() {
    return WorkOs.SOURCE.resources();
  }

  @Test
  void theFourTablesAreInTheIndex() {
    assertThat(resources())
        .extracting(Resource::table)
        .containsExactly(
            "workos_organization", "workos_connection", "workos_directory", "workos_auth_event");
  }

  @ParameterizedTest
  @MethodSource("resources")
  void keysAreFetchedAtThePathsOfTheApi(Resource resource) {
    assertThat(resource.singleGets())
        .extracting(SingleGet::path)
        .containsExactlyInAnyOrderElementsOf(reference(resource).singleGets());
  }

  @ParameterizedTest
  @MethodSource("resources")
  void parametersAreThoseOfTheApi(Resource resource) {
    for (var parameter : resource.listing().parameters()) {
      var filter = reference(resource).filter(parameter.name());
      assertThat(filter).as(parameter.name()).isPresent();
      if (parameter instanceof Parameter.Equality equality) {
        assertThat(equality.accepted()).isEqualTo(values(filter.orElseThrow()));
      }
      if (parameter instanceof Parameter.Choice) {
        assertThat(filter.orElseThrow().get("repeated").asBoolean()).isTrue();
        assertThat(filter.orElseThrow().get("encoding").asText()).startsWith("comma_joined");
        assertThat(reference(resource).constraints().get("treat_as_required"))
            .anyMatch(name -> name.asText().equals(parameter.name()));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("resources")
  void pagesAreAskedForAsTheApiWants(Resource resource) {
    var paging = resource.listing().paging();
    var pagination = reference(resource).pagination();
    assertThat(paging.pages().isPresent())
        .isEqualTo(pagination.get("style").asText().equals("cursor"));
    paging.pages().ifPresent(cursor -> assertPagesOf(cursor, paging.size(), pagination));
  }

  private static void assertPagesOf(Paging.Cursor cursor, int size, JsonNode pagination) {
    assertThat(size).isEqualTo(pagination.get("limit_max").asInt());
    assertThat(pagination.get("params"))
        .extracting(JsonNode::asText)
        .contains(
            cursor.limit().orElseThrow(),
            cursor.cursor(),
            cursor.order().orElseThrow().parameter());
    assertThat(pagination.get("order_values")).extracting(JsonNode::asText).contains("asc", "desc");
    assertThat(pagination.get("list_metadata"))
        .extracting(JsonNode::asText)
        .contains(cursor.next().names().get(1));
  }

  @ParameterizedTest
  @MethodSource("resources")
  void timeRangesAreAsWideAndAsOldAsTheApiAllows(Resource resource) {
    var constraints = reference(resource).constraints();
    assertThat(resource.listing().timeRange().isPresent())
        .isEqualTo(constraints.has("max_range_days"));
    resource
        .listing()
        .timeRange()
        .ifPresent(
            range -> {
              assertThat(range.widest()).hasDays(constraints.get("max_range_days").asInt());
              assertThat(range.retention()).hasDays(constraints.get("retention_days").asInt());
              assertThat(reference(resource).filter(range.start())).isPresent();
              assertThat(reference(resource).filter(range.end())).isPresent();
              assertThat(constraints.get("mutually_exclusive").get(0))
                  .extracting(JsonNode::asText)
                  .contains(
                      resource.listing().paging().pages().orElseThrow().cursor(), range.start());
            });
  }

  @ParameterizedTest
  @MethodSource("resources")
  void columnsAreFieldsOfTheApiWithTheirTypes(Resource resource) {
    for (var column : resource.columns()) {
      paths(column)
          .filter(path -> !insideFreeForm(resource, path))
          .forEach(
              path -> {
                var field = reference(resource).field(path);
                assertThat(field).as(column.name() + " at " + path).isPresent();
                assertThat(type(field.orElseThrow())).as(column.name()).isEqualTo(column.type());
              });
    }
  }

  /** Every field is a column, or it is one of these for a reason. */
  @ParameterizedTest
  @MethodSource("resources")
  void noFieldIsForgotten(Resource resource) {
    var shown = new HashSet<String>();
    resource.columns().stream()
        .flatMap(DeclarationsTest::paths)
        .forEach(path -> shown.add(path.names().get(0)));
    var leftOut = Set.of("object", "status", "context");
    for (var field : reference(resource).endpoint().get("fields")) {
      var name = field.get("name").asText();
      assertThat(shown.contains(name) || leftOut.contains(name)).as(name).isTrue();
    }
  }

  /** Only the primary key may be relied on, so it must be there in every object. */
  @ParameterizedTest
  @MethodSource("resources")
  void thePrimaryKeyIsAlwaysPresentAndNeverNull(Resource resource) {
    var field = reference(resource).field(Path.of("id")).orElseThrow();
    assertThat(resource.key().name()).isEqualTo("id");
    assertThat(field.get("required").asBoolean()).isTrue();
    assertThat(field.get("nullable").asBoolean()).isFalse();
  }

  @ParameterizedTest
  @MethodSource("resources")
  void foreignKeysPointToTablesAndAreDescribed(Resource resource) {
    for (var column : resource.columns()) {
      column
          .references()
          .ifPresent(table -> assertThat(WorkOs.SOURCE.resource(table)).as(table).isPresent());
      assertThat(column.description()).endsWith(".").doesNotContain("  ");
    }
    assertThat(resource.description()).endsWith(".");
  }

  @Test
  void domainTokensAreSecrets() {
    assertThat(OrganizationTable.ORGANIZATION.secrets())
        .containsExactly(Path.of("domains.verification_token"));
    assertThat(
            reference(OrganizationTable.ORGANIZATION).field(Path.of("domains.verification_token")))
        .isPresent();
  }

  @Test
  void eighteenEventsOfWhichThirteenAreClassic() {
    assertThat(AuthEvents.NAMES).hasSize(18).doesNotHaveDuplicates();
    assertThat(AuthEvents.CLASSIC).hasSize(13);
  }

  @Test
  void whatAnEventNameSays() {
    assertThat(AuthEvents.METHODS).hasSize(17);
    assertThat(AuthEvents.METHODS.get("authentication.magic_auth_failed")).isEqualTo("magic_auth");
    assertThat(AuthEvents.OUTCOMES.get("authentication.magic_auth_failed")).isEqualTo("failed");
    assertThat(AuthEvents.OUTCOMES.get("authentication.sso_timed_out")).isEqualTo("timed_out");
    assertThat(AuthEvents.METHODS.get("authentication.sso_timed_out")).isEqualTo("sso");
    assertThat(AuthEvents.OUTCOMES).doesNotContainKey("authentication.radar_risk_detected");
  }

  private static ApiReference reference(Resource resource) {
    return ApiReference.ofPath(resource.listing().path());
  }

  private static Set<String> values(JsonNode filter) {
    var values = new HashSet<String>();
    filter.get("enum").forEach(value -> values.add(value.asText()));
    return values;
  }

  private static Stream<Path> paths(Column column) {
    var extraction = column.extraction();
    if (extraction instanceof Extraction.Member member) {
      return member.candidates().stream();
    }
    if (extraction instanceof Extraction.Joined joined) {
      return Stream.of(Path.of(joined.array() + "." + joined.member()));
    }
    return extraction instanceof Extraction.Derived derived
        ? derived.otherwise().candidates().stream()
        : Stream.empty();
  }

  private static boolean insideFreeForm(Resource resource, Path path) {
    return path.names().size() > 1
        && reference(resource)
            .field(new Path(path.names().subList(0, 1)))
            .map(field -> field.path("free_form").asBoolean())
            .orElse(false);
  }

  private static ColumnType type(JsonNode field) {
    if (Optional.ofNullable(field.get("format"))
        .map(JsonNode::asText)
        .orElse("")
        .equals("date-time")) {
      return ColumnType.TIMESTAMP;
    }
    return switch (field.get("type").asText()) {
      case "string" -> ColumnType.TEXT;
      case "boolean" -> ColumnType.BOOLEAN;
      case "integer" -> ColumnType.INTEGER;
      case "object", "array" -> ColumnType.JSON;
      default -> throw new AssertionError("An unknown type: " + field);
    };
  }
}
