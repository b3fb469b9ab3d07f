package io.workosjdbc.cache.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.workosjdbc.request.ArrayStyle;
import io.workosjdbc.request.ListRequest;
import io.workosjdbc.request.Window;
import io.workosjdbc.resource.Column;
import io.workosjdbc.resource.Parameter;
import io.workosjdbc.resource.Resource;
import io.workosjdbc.resource.Scope;
import io.workosjdbc.workos.WorkOs;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EventScopeTest {

  private static ListRequest list(Resource resource, Map<Parameter, String> filters) {
    var names =
        resource.listing().choice().isPresent() ? Events.NAMES.subList(0, 2) : List.<String>of();
    var window = new Window(Instant.EPOCH, Instant.EPOCH.plusSeconds(1));
    return new ListRequest(
        resource,
        Map.of(),
        filters,
        names,
        ArrayStyle.COMMA,
        Optional.empty(),
        Optional.of(window));
  }

  @Test
  void aScopeIsWhatARequestAsksFor() {
    var organization =
        Events.RESOURCE.listing().parameters().stream()
            .filter(parameter -> parameter.name().equals("organization_id"))
            .findFirst()
            .orElseThrow();
    var names = Set.copyOf(Events.NAMES.subList(0, 2));
    assertThat(EventScope.of(list(Events.RESOURCE, Map.of())).orElseThrow().values())
        .isEqualTo(Map.of("event_type", names));
    assertThat(
            EventScope.of(list(Events.RESOURCE, Map.of(organization, "org_1")))
                .orElseThrow()
                .values())
        .isEqualTo(Map.of("event_type", names, "organization_id", Set.of("org_1")));
  }

  @Test
  void theKeyOfAListBelongsToTheScopeThoughItsObjectsDoNotShowIt() {
    var each = Scope.given("organization_id");
    var resource =
        Resource.named("event_of_organization")
            .describedAs("An event.")
            .listedBy(Events.RESOURCE.listing().narrowedBy().per(each))
            .columns(
                Column.text("id", "Key."),
                Column.text("organization_id", "Organization.").bound(),
                Column.timestamp("created_at", "Time."));
    var request = list(resource, Map.of()).boundTo(Map.of(each.keys().get(0), "org_1"));
    assertThat(EventScope.of(request).orElseThrow().values())
        .isEqualTo(Map.of("organization_id", Set.of("org_1")));
  }

  @Test
  void onlyListsWithATimeRangeHaveOne() {
    var organizations = WorkOs.SOURCE.resource("workos_organization").orElseThrow();
    assertThat(EventScope.of(list(organizations, Map.of()))).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new EventScope(organizations, Map.of()))
        .withMessage("No events: workos_organization has no time range");
  }
}
