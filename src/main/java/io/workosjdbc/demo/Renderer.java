package io.workosjdbc.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Writes objects and lists with the edits and the undocumented keys that are switched on. */
record Renderer(Map<String, List<Edit>> editsById, Set<Quirk> quirks) {
  private static final Map<String, @Nullable Object> EXTRA_KEYS =
      new Fields()
          .put("zz_added", Map.of("nested", List.of(1, "two", List.of(), Map.of())))
          .putOrNull("environment_id", Optional.empty())
          .toMap();

  Map<String, @Nullable Object> json(DemoObject object) {
    Map<String, @Nullable Object> json = object.json();
    for (Edit edit : editsById.getOrDefault(object.id(), List.of())) {
      json = edit.apply(json);
    }
    if (quirks.contains(Quirk.EXTRA_KEYS)) {
      Map<String, @Nullable Object> more = new LinkedHashMap<>(EXTRA_KEYS);
      more.putAll(json);
      json = more;
    }
    return json;
  }

  Supplier<byte[]> row(DemoObject object) {
    return () -> Json.bytes(json(object));
  }

  /** A row straight from the log when nothing changes its JSON. */
  Supplier<byte[]> row(EventLog log, int position) {
    boolean plain =
        !quirks.contains(Quirk.EXTRA_KEYS)
            && (editsById.isEmpty() || !editsById.containsKey(log.idAt(position)));
    return plain ? () -> log.jsonAt(position) : row(log.eventAt(position));
  }

  Body.Page page(List<Supplier<byte[]>> rows, Map<String, @Nullable Object> listMetadata) {
    return page(rows, listMetadata, true);
  }

  Body.Page page(
      List<Supplier<byte[]>> rows, Map<String, @Nullable Object> listMetadata, boolean saysWhat) {
    return new Body.Page(
        rows, listMetadata, quirks.contains(Quirk.EXTRA_KEYS) ? EXTRA_KEYS : Map.of(), saysWhat);
  }
}
