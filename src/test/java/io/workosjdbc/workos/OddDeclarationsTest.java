package io.workosjdbc.workos;

import static org.assertj.core.api.Assertions.assertThat;

import io.workosjdbc.resource.Resource;
import io.workosjdbc.resource.Scope;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What few tables have. */
class OddDeclarationsTest {

  /** Filters of the API that no column is behind, or that may leave rows out. */
  private static final Map<String, String> UNUSED =
      Map.ofEntries(
          Map.entry("search", "what it finds is not documented, so it could leave rows out"),
          Map.entry(
              "workos_vault_object updatedAfter", "whether it includes the instant is unknown"),
          Map.entry(
              "workos_user organization_id", "no column of a user: workos_organization_membership"),
          Map.entry("workos_user organization", "the same by an old name"),
          Map.entry("workos_directory_user group", "workos_directory_group_membership asks by it"),
          Map.entry("workos_directory_group user", "no column of a group: see its memberships"),
          Map.entry("workos_connect_application organization_id", "objects do not show it"),
          Map.entry("workos_user_data_provider organization_id", "objects do not show it"),
          Map.entry("workos_resource_membership assignment", "objects do not show it"),
          Map.entry("workos_authorization_resource parent_external_id", "objects do not show it"),
          Map.entry("workos_authorization_resource parent_resource_type_slug", "the same"),
          Map.entry("workos_membership_role_assignment resource_external_id", "resource_id is"),
          Map.entry("workos_membership_role_assignment resource_type_slug", "needs the other"));

  static List<Resource> resources() {
    return DeclarationsTest.resources();
  }

  /** The reference says it of people; the lists of their groups take their turn with them. */
  @ParameterizedTest
  @MethodSource("resources")
  void limitsOfTheirOwnAreThoseOfTheApi(Resource resource) {
    var limit = ApiReference.of(resource).constraints().path("rate_limit");
    assertThat(resource.listing().rateLimit().isPresent())
        .isEqualTo(!limit.isMissingNode() || resource.table().startsWith("workos_directory_group"));
    if (!limit.isMissingNode()) {
      var own = resource.listing().rateLimit().orElseThrow();
      assertThat(limit.asText())
          .isEqualTo("%d requests/second per %s", own.requestsPerSecond(), own.group());
    }
  }

  /** The reference has no file with the order's members; these are those of the prose. */
  @Test
  void theAuditLogIsWhatIsExported() {
    var exported =
        WorkOs.SOURCE.resources().stream().filter(each -> !resources().contains(each)).toList();
    assertThat(exported).containsExactly(AuditLogEventTable.AUDIT_LOG_EVENT);
    var listing = exported.get(0).listing();
    assertThat(listing.path() + "/{auditLogExportId}")
        .isEqualTo(AuditLogTables.AUDIT_LOG_EXPORT.listing().path());
    assertThat(listing.keys()).extracting(Scope.Key::name).containsExactly("organization_id");
  }

  /** Every filter of the API is sent for a column, or not for a reason. */
  @ParameterizedTest
  @MethodSource("resources")
  void filtersAreUsedOrLeftForAReason(Resource resource) {
    if (List.of(
            "workos_auth_event", "workos_directory_group_membership", "workos_organization_domain")
        .contains(resource.table())) {
      return; // Others read their lists.
    }
    var listing = resource.listing();
    var used = new HashSet<String>();
    listing.keys().forEach(key -> used.add(key.name()));
    listing.parameters().forEach(parameter -> used.add(parameter.name()));
    used.addAll(listing.always().keySet());
    listing.timeRange().ifPresent(range -> used.addAll(List.of(range.start(), range.end())));
    for (var filter : ApiReference.of(resource).endpoint().get("filters")) {
      var name = filter.get("name").asText();
      boolean isLeft =
          UNUSED.containsKey(name) || UNUSED.containsKey(resource.table() + " " + name);
      assertThat(used.contains(name)).as(resource.table() + " " + name).isNotEqualTo(isLeft);
    }
  }
}
