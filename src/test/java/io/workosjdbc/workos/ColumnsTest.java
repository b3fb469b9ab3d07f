package io.workosjdbc.workos;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.workosjdbc.resource.ColumnType;
import io.workosjdbc.resource.Extraction;
import io.workosjdbc.resource.Path;
import io.workosjdbc.resource.Reference;
import io.workosjdbc.resource.Resource;
import io.workosjdbc.resource.SingleGet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the columns of every declaration against the API reference. */
class ColumnsTest {

  /** Fields without a column, beside {@code object}, which is the same in every row. */
  private static final Map<String, Set<String>> LEFT_OUT =
      Map.of(
          "workos_connection",
          Set.of("status"), // deprecated: linked or unlinked
          "workos_auth_event",
          Set.of("context"), // workos_event has it
          "workos_user_data_provider", // the same values in another spelling
          Set.of("integrationType", "credentialsType", "createdAt", "updatedAt"),
          "workos_directory_group_membership", // workos_directory_user has them
          Set.of(
              "idp_id",
              "first_name",
              "last_name",
              "name",
              "emails",
              "job_title",
              "username",
              "raw_attributes",
              "custom_attributes",
              "role",
              "roles",
              "updated_at",
              "groups"));

  /** Members that the reference does not have, and other services do (fact sheet, section 10). */
  private static final Set<Path> ELSEWHERE = Set.of(Path.of("enabled"));

  static List<Resource> resources() {
    return DeclarationsTest.resources();
  }

  @ParameterizedTest
  @MethodSource("resources")
  void columnsAreFieldsOfTheApiWithTheirTypes(Resource resource) {
    var reference = ApiReference.of(resource);
    for (var column : resource.columns()) {
      if (column.extraction() instanceof Extraction.Bound) {
        continue;
      }
      paths(column.extraction())
          .filter(path -> !insideFreeForm(reference, path))
          .filter(path -> !ELSEWHERE.contains(path) || reference.field(path).isPresent())
          .forEach(
              path -> {
                var field = reference.field(path);
                assertThat(field).as(column.name() + " at " + path).isPresent();
                assertThat(type(path, field.orElseThrow()))
                    .as(column.name())
                    .isEqualTo(column.type());
              });
    }
  }

  /** Every field is a column, or it is left out for a reason. */
  @ParameterizedTest
  @MethodSource("resources")
  void noFieldIsForgotten(Resource resource) {
    var shown = new HashSet<String>(Set.of("object"));
    resource.columns().stream()
        .flatMap(column -> paths(column.extraction()))
        .forEach(path -> shown.add(path.names().get(0)));
    shown.addAll(LEFT_OUT.getOrDefault(resource.table(), Set.of()));
    for (var field : ApiReference.of(resource).endpoint().get("fields")) {
      assertThat(shown).contains(field.get("name").asText());
    }
  }

  /** Only the key may be relied on, so it must be there in every object. */
  @ParameterizedTest
  @MethodSource("resources")
  void theKeyIsAlwaysPresentAndNeverNull(Resource resource) {
    if (resource.key().extraction() instanceof Extraction.Bound) {
      return;
    }
    for (var path : paths(resource.key().extraction()).toList()) {
      var field = ApiReference.of(resource).field(path).orElseThrow();
      assertThat(field.get("required").asBoolean()).isTrue();
      assertThat(field.get("nullable").asBoolean()).isFalse();
    }
  }

  @ParameterizedTest
  @MethodSource("resources")
  void foreignKeysPointToTablesAndEverythingIsDescribed(Resource resource) {
    for (var column : resource.columns()) {
      column.references().ifPresent(ColumnsTest::assertIdentifiesOneRow);
      assertThat(column.description()).endsWith(".").doesNotContain("  ");
    }
    assertThat(resource.description()).endsWith(".");
  }

  /** A foreign key of one column refers to all of a key. */
  private static void assertIdentifiesOneRow(Reference reference) {
    var parent = WorkOs.SOURCE.resource(reference.table()).orElseThrow();
    if (reference.column().isPresent()) {
      assertThat(parent.singleGets())
          .extracting(SingleGet::column)
          .contains(reference.column().get());
    } else {
      assertThat(parent.primaryKey()).hasSize(1);
    }
  }

  /** Whatever the reference calls a token, a secret or a code, and the links that hold one. */
  @ParameterizedTest
  @MethodSource("resources")
  void secretsAreMasked(Resource resource) {
    var secrets =
        Set.of(
            "token",
            "accept_invitation_url",
            "verification_token",
            "secret",
            "code",
            "password_reset_token",
            "password_reset_url");
    var masked = resource.secrets().stream().map(Path::toString).toList();
    assertThat(masked)
        .containsAll(
            fields(ApiReference.of(resource).endpoint(), "")
                .filter(path -> secrets.contains(path.substring(path.lastIndexOf('.') + 1)))
                .toList());
  }

  /** The paths of all fields, at any depth. */
  private static Stream<String> fields(JsonNode parent, String above) {
    return Stream.of("fields", "item_fields")
        .flatMap(list -> StreamSupport.stream(parent.path(list).spliterator(), false))
        .flatMap(
            field -> {
              var path = above + field.get("name").asText();
              return Stream.concat(Stream.of(path), fields(field, path + "."));
            });
  }

  @Test
  void theLinkToAnExportIsASecret() {
    assertThat(AuditLogTables.AUDIT_LOG_EXPORT.secrets()).containsExactly(Path.of("url"));
  }

  @Test
  void eighteenEventsOfWhichThirteenAreClassic() {
    assertThat(AuthEvents.NAMES).hasSize(18).doesNotHaveDuplicates();
    assertThat(AuthEvents.CLASSIC).hasSize(13);
    assertThat(EventNames.ALL).hasSize(111).doesNotHaveDuplicates();
    assertThat(EventNames.CLASSIC).hasSize(106);
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

  private static Stream<Path> paths(Extraction extraction) {
    if (extraction instanceof Extraction.Member member) {
      return member.candidates().stream();
    }
    if (extraction instanceof Extraction.Joined joined) {
      return Stream.of(Path.of(joined.array() + "." + joined.member()));
    }
    if (extraction instanceof Extraction.Reworded reworded) {
      return paths(reworded.member());
    }
    if (extraction instanceof Extraction.Bound bound) {
      return paths(bound.shown());
    }
    if (extraction instanceof Extraction.Tagged tagged) {
      return Stream.concat(Stream.of(tagged.where(), tagged.then()), paths(tagged.otherwise()));
    }
    return extraction instanceof Extraction.Derived derived
        ? paths(derived.otherwise())
        : Stream.empty();
  }

  private static boolean insideFreeForm(ApiReference reference, Path path) {
    return path.names().size() > 1
        && reference
            .field(new Path(path.names().subList(0, 1)))
            .map(field -> field.path("free_form").asBoolean())
            .orElse(false);
  }

  /** A few times are described as any text (fact sheet, Transport). */
  private static ColumnType type(Path path, JsonNode field) {
    boolean isTime = path.names().get(path.names().size() - 1).endsWith("_at");
    return switch (field.get("type").asText()) {
      case "string" -> isTime ? ColumnType.TIMESTAMP : ColumnType.TEXT;
      case "boolean" -> ColumnType.BOOLEAN;
      case "integer" -> ColumnType.INTEGER;
      case "object", "array" -> ColumnType.JSON;
      default -> throw new AssertionError("An unknown type: " + field);
    };
  }
}
