package io.workosjdbc.fetch;

import io.workosjdbc.resource.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A place in a JSON object: who takes the value there, and which of its members matter. */
final class Place {

  /** So many names are remembered; where there are more, they are data. */
  private static final int MOST_KNOWN = 64;

  private final Map<String, Place> members = new HashMap<>();
  private final List<Slot> slots = new ArrayList<>();
  private final Map<String, Member> known = new HashMap<>();
  private final Member before = new Member(this, "");

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

  /** What stands before the first member. Only when no place is added any more. */
  Member before() {
    return before;
  }

  /** The member of a name that an object has. */
  Member known(String name) {
    var member = known.get(name);
    if (member == null) {
      member = new Member(this, name);
      if (known.size() < MOST_KNOWN) {
        known.put(name, member);
      }
    }
    return member;
  }

  boolean hasMembers() {
    return !members.isEmpty();
  }

  List<Slot> slots() {
    return slots;
  }
}
