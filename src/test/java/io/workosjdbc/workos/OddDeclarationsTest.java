package io.workosjdbc.workos;

import static org.assertj.core.api.Assertions.assertThat;

import io.workosjdbc.resource.Resource;
import io.workosjdbc.resource.Scope;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What few tables have. */
class OddDeclarationsTest {

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
}
