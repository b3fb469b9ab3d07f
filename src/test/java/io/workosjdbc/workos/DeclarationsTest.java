package io.workosjdbc.workos;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.workosjdbc.resource.Listing;
import io.workosjdbc.resource.Paging;
import io.workosjdbc.resource.Parameter;
import io.workosjdbc.resource.Resource;
import io.workosjdbc.resource.Scope;
import io.workosjdbc.resource.SingleGet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the requests of every declaration against the API reference. */
class DeclarationsTest {

  /** Lists without a table. */
  private static final Map<String, String> REASONS =
      Map.of(
          "workos_membership_resource_permission_by_external_id",
          "the rows of workos_membership_resource_permission, by another key of the resource",
          "workos_resource_membership_by_external_id",
          "the rows of workos_resource_membership, by another key of the resource",
          "workos_resource_role_assignment_by_external_id",
          "the rows of workos_resource_role_assignment, by another key of the resource");

  /** Tables that read a list which another table has the name of. */
  private static final Set<String> SECOND_READERS =
      Set.of("workos_auth_event", "workos_directory_group_membership");

  /** Endpoints by one key that are not used. */
  private static final Map<String, String> UNUSED_GETS =
      Map.of(
          "/user_management/invitations/by_token/{token}",
          "tokens are secrets, and belong into no SQL",
          "/vault/v1/kv/{id}",
          "its answer has the value",
          "/vault/v1/kv/name/{name}",
          "its answer has the value",
          "/vault/v1/kv/{id}/metadata",
          "its answer has other members than the list");

  /** Those that are read from lists and objects; what is exported has a test of its own. */
  static List<Resource> resources() {
    return WorkOs.SOURCE.resources().stream()
        .filter(resource -> resource.listing().shape() != Listing.Shape.EXPORT)
        .toList();
  }

  @Test
  void everyListHasATableOrAReason() {
    var tables = resources().stream().map(Resource::table).toList();
    assertThat(tables).doesNotHaveDuplicates();
    var lists = ApiReference.all().stream().map(ApiReference::table).toList();
    assertThat(Stream.of(tables, SECOND_READERS).flatMap(Collection::stream).distinct().toList())
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(
                    lists.stream().filter(list -> !REASONS.containsKey(list)),
                    SECOND_READERS.stream())
                .toList());
    assertThat(lists).containsAll(REASONS.keySet());
  }

  @ParameterizedTest
  @MethodSource("resources")
  void theyAreReadAtThePathsOfTheApi(Resource resource) {
    var reference = ApiReference.of(resource);
    if (resource.listing().shape() == Listing.Shape.OBJECT) {
      assertThat(reference.singleGets()).containsExactly(resource.listing().path());
    } else if (!reference.path().isEmpty()) {
      assertThat(resource.listing().path()).isEqualTo(reference.path());
    } else {
      assertThat(resource.listing().paging().isNested()).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("resources")
  void keysAreFetchedAtThePathsOfTheApi(Resource resource) {
    if (resource.listing().shape() == Listing.Shape.OBJECT
        || SECOND_READERS.contains(resource.table())) {
      assertThat(resource.singleGets()).isEmpty();
      return;
    }
    assertThat(resource.singleGets())
        .filteredOn(get -> get.rows().isEmpty())
        .extracting(SingleGet::path)
        .containsExactlyInAnyOrderElementsOf(
            ApiReference.of(resource).singleGets().stream()
                .filter(path -> path.indexOf('{') == path.lastIndexOf('{'))
                .filter(path -> !UNUSED_GETS.containsKey(path))
                .map(path -> path.replaceAll("\\{[^}]*}", "{}"))
                .toList());
  }

  /** What is got out of another table's object lies where that table's reference has it. */
  @Test
  void arraysOfOtherObjectsAreThoseOfTheApi() {
    var gets =
        resources().stream()
            .flatMap(resource -> resource.singleGets().stream())
            .filter(get -> get.rows().isPresent())
            .toList();
    assertThat(gets).hasSize(1);
    var organization = ApiReference.of(OrganizationTable.ORGANIZATION);
    assertThat(gets.get(0).rows().orElseThrow().toString()).isEqualTo("domains");
    assertThat(organization.singleGets()).contains(gets.get(0).path().replace("{}", "{id}"));
  }

  /** Whatever scope is used, the request has the keys that the API wants, and none too many. */
  @ParameterizedTest
  @MethodSource("resources")
  void scopesAreTheKeysThatTheApiWants(Resource resource) {
    var reference = ApiReference.of(resource);
    if (resource.listing().paging().isNested()) {
      return;
    }
    var required = reference.requiredKeys();
    var scopes = resource.listing().scopes();
    assertThat(scopes.isEmpty())
        .isEqualTo(required.isEmpty() && reference.sets("require_one_of").isEmpty());
    for (var scope : scopes) {
      var names = scope.keys().stream().map(Scope.Key::name).toList();
      assertThat(names).containsAll(required);
      assertThat(reference.sets("require_one_of"))
          .allSatisfy(oneOf -> assertThat(names).containsAnyElementsOf(oneOf));
      assertThat(reference.sets("mutually_exclusive"))
          .allSatisfy(exclusive -> assertThat(names.containsAll(exclusive)).isFalse());
      for (var key : scope.keys()) {
        var filter = reference.filter(key.name()).orElseThrow();
        if (scope.parent().isPresent() && filter.has("parent_table") && scope.keys().size() == 1) {
          assertThat(scope.parent()).contains(filter.get("parent_table").asText());
          assertThat(key.parentColumn()).isEqualTo(filter.get("parent_column").asText());
        }
      }
      scope
          .parent()
          .ifPresent(
              parent ->
                  assertThat(scope.keys())
                      .allSatisfy(
                          key ->
                              WorkOs.SOURCE
                                  .resource(parent)
                                  .orElseThrow()
                                  .required(key.parentColumn())));
    }
  }

  /** What a parameter needs beside it, every request has. */
  @ParameterizedTest
  @MethodSource("resources")
  void noParameterIsSentWithoutThoseThatItNeeds(Resource resource) {
    var requires = ApiReference.of(resource).constraints().path("requires");
    for (var parameter : resource.listing().parameters()) {
      assertThat(resource.listing().scopes().isEmpty() && requires.has(parameter.name())).isFalse();
      for (var scope : resource.listing().scopes()) {
        assertThat(scope.keys())
            .extracting(Scope.Key::name)
            .containsAll(ApiReference.texts(requires.path(parameter.name())));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("resources")
  void parametersAreThoseOfTheApi(Resource resource) {
    var reference =
        resource.listing().paging().isNested()
            ? ApiReference.of(OrganizationTable.ORGANIZATION)
            : ApiReference.of(resource);
    for (var parameter : resource.listing().parameters()) {
      var filter = reference.filter(parameter.name()).orElseThrow();
      if (parameter instanceof Parameter.Equality equality) {
        assertThat(equality.accepted()).isEqualTo(ApiReference.texts(filter.get("enum")));
      }
      if (parameter instanceof Parameter.Choice choice) {
        assertThat(filter.get("repeated").asBoolean()).isTrue();
        assertThat(filter.get("encoding").asText()).startsWith("comma_joined");
        var values = ApiReference.texts(filter.get("enum"));
        assertThat(values.isEmpty() || values.equals(Set.copyOf(choice.names()))).isTrue();
      }
    }
  }

  /** What would be left out of a list without a parameter is asked for. */
  @ParameterizedTest
  @MethodSource("resources")
  void everyRowIsAskedFor(Resource resource) {
    var constraints = ApiReference.of(resource).constraints();
    var choice = resource.listing().choice();
    constraints
        .path("treat_as_required")
        .forEach(name -> assertThat(choice.orElseThrow().name()).isEqualTo(name.asText()));
    constraints
        .path("complete_scan_params")
        .properties()
        .forEach(
            sent ->
                assertThat(
                        choice
                            .map(Parameter.Choice::names)
                            .orElseGet(() -> resource.listing().always().get(sent.getKey())))
                    .isEqualTo(List.of(sent.getValue().asText().split(",", -1))));
  }

  @ParameterizedTest
  @MethodSource("resources")
  void pagesAreAskedForAsTheApiWants(Resource resource) {
    var paging = resource.listing().paging();
    if (paging.isNested()) {
      return;
    }
    var pagination = ApiReference.of(resource).pagination();
    assertThat(paging.pages().isPresent())
        .isEqualTo(pagination.get("style").asText().equals("cursor"));
    assertThat(pagination.get("envelope").asText())
        .isEqualTo(
            resource.listing().shape() == Listing.Shape.OBJECT
                ? "object"
                : paging.rows().isPresent() ? "list" : "bare_array");
    paging.pages().ifPresent(cursor -> assertPagesOf(cursor, paging.size(), pagination));
  }

  private static void assertPagesOf(Paging.Cursor cursor, int size, JsonNode pagination) {
    assertThat(cursor.limit().isPresent()).isEqualTo(!pagination.get("limit_max").isNull());
    assertThat(size)
        .isEqualTo(
            pagination.get(cursor.limit().isPresent() ? "limit_max" : "limit_default").asInt());
    assertThat(ApiReference.texts(pagination.get("params"))).contains(next(cursor).parameter());
    cursor.limit().ifPresent(limit -> assertThat(limit).isEqualTo("limit"));
    cursor
        .order()
        .ifPresent(
            order -> {
              assertThat(ApiReference.texts(pagination.get("params")))
                  .containsAll(order.ascending().keySet());
              assertThat(ApiReference.texts(pagination.get("order_values")))
                  .containsAll(order.ascending().values())
                  .containsAll(order.descending().values());
            });
    assertThat(ApiReference.texts(pagination.get("list_metadata")))
        .contains(next(cursor).place().names().get(1));
  }

  private static Paging.Next.InBody next(Paging.Cursor cursor) {
    return (Paging.Next.InBody) cursor.next();
  }

  @ParameterizedTest
  @MethodSource("resources")
  void timeRangesAreAsWideAndAsOldAsTheApiAllows(Resource resource) {
    var reference = ApiReference.of(resource);
    var constraints = reference.constraints();
    assertThat(resource.listing().timeRange().isPresent())
        .isEqualTo(constraints.has("max_range_days"));
    resource
        .listing()
        .timeRange()
        .ifPresent(
            range -> {
              assertThat(range.widest()).hasDays(constraints.get("max_range_days").asInt());
              assertThat(range.retention()).hasDays(constraints.get("retention_days").asInt());
              assertThat(reference.filter(range.start())).isPresent();
              assertThat(reference.filter(range.end())).isPresent();
              assertThat(reference.sets("mutually_exclusive"))
                  .contains(Set.of("after", range.start()));
            });
  }
}
