package io.workosjdbc.demo;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What one request is answered from; a change makes another one. */
record Environment(
    DemoData data, Set<Quirk> quirks, Map<String, List<Edit>> editsById, Clock clock) {
  Environment {
    quirks = Set.copyOf(quirks);
    editsById = Map.copyOf(editsById);
  }

  boolean has(Quirk quirk) {
    return quirks.contains(quirk);
  }

  Instant now() {
    return clock.instant();
  }

  Renderer renderer() {
    return new Renderer(editsById, quirks);
  }

  boolean hasOrganization(String id) {
    return data.organizations().stream().anyMatch(organization -> organization.id().equals(id));
  }

  Environment withData(DemoData newData) {
    return new Environment(newData, quirks, editsById, clock);
  }

  Environment withQuirks(Set<Quirk> newQuirks) {
    return new Environment(data, newQuirks, editsById, clock);
  }

  Environment withEdit(String id, Edit edit) {
    Map<String, List<Edit>> edits = new HashMap<>(editsById);
    List<Edit> ofObject = new ArrayList<>(edits.getOrDefault(id, List.of()));
    ofObject.add(edit);
    edits.put(id, List.copyOf(ofObject));
    return new Environment(data, quirks, edits, clock);
  }

  Environment withoutEdits() {
    return new Environment(data, quirks, Map.of(), clock);
  }
}
