package io.workosjdbc.cache.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.workosjdbc.request.ArrayStyle;
import io.workosjdbc.request.ListRequest;
import io.workosjdbc.request.Window;
import io.workosjdbc.resource.Parameter;
import io.workosjdbc.resource.Resource;
import io.workosjdbc.workos.WorkOs;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScopeTest {

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
    assertThat(Scope.of(list(Events.RESOURCE, Map.of())).orElseThrow().values())
        .isEqualTo(Map.of("event_type", names));
    assertThat(
            Scope.of(list(Events.RESOURCE, Map.of(organization, "org_1"))).orElseThrow().values())
        .isEqualTo(Map.of("event_type", names, "organization_id", Set.of("org_1")));
  }

  @Test
  void onlyListsWithATimeRangeHaveOne() {
    var organizations = WorkOs.SOURCE.resource("workos_organization").orElseThrow();
    assertThat(Scope.of(list(organizations, Map.of()))).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Scope(organizations, Map.of()))
        .withMessage("No events: workos_organization has no time range");
  }
}
