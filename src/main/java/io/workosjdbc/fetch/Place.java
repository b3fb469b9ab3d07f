package io.workosjdbc.fetch;

import io.workosjdbc.resource.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A place in a JSON object: who takes the value there, and which of its members matter. */
final class Place {

  private final Map<String, Place> members = new HashMap<>();
  private final List<Slot> slots = new ArrayList<>();

  /** The place at a path from here, made if need be. */
  Place at(Path path) {
    var place = this;
    for (var name : path.names()) {
      place = place.members.computeIfAbsent(name, key -> new Place());
    }
    return place;
  }

  /** The place of a member; null for one that does not matter, because this is asked for each. */
  @Nullable Place member(String name) {
    return members.get(name);
  }

  boolean hasMembers() {
    return !members.isEmpty();
  }

  List<Slot> slots() {
    return slots;
  }
}
