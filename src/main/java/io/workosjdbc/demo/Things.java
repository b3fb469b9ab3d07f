package io.workosjdbc.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Collects things while they are made. */
final class Things {
  private final List<DemoThing> all = new ArrayList<>();

  List<DemoThing> all() {
    return List.copyOf(all);
  }

  /** Adds a thing to a list, found by these keys: name, value, name, value... */
  DemoThing add(String list, String id, Instant createdAt, Fields json, String... keys) {
    return add(list, id, createdAt, json, keys(keys));
  }

  DemoThing add(
      String list, String id, Instant createdAt, Fields json, Map<String, Set<String>> keys) {
    var thing = new DemoThing(list, id, createdAt, keys, json.toMap());
    all.add(thing);
    return thing;
  }

  /** Adds a thing that another list has to a list, too. */
  void add(String list, DemoThing thing, String... keys) {
    all.add(new DemoThing(list, thing.id(), thing.createdAt(), keys(keys), thing.json()));
  }

  List<DemoThing> of(String list) {
    return all.stream().filter(thing -> thing.list().equals(list)).toList();
  }

  static Map<String, Set<String>> keys(String... keys) {
    Map<String, Set<String>> map = new HashMap<>();
    for (int i = 0; i < keys.length; i += 2) {
      map.put(keys[i], Set.of(keys[i + 1]));
    }
    return map;
  }

  /** The beginning of an object. */
  static Fields object(String kind, String id) {
    return new Fields().put("object", kind).put("id", id);
  }

  static Optional<String> text(Optional<Instant> time) {
    return time.map(Timestamps::text);
  }
}
