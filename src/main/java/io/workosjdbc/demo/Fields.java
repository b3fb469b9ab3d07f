package io.workosjdbc.demo;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The members of one JSON object, in the order they are added. */
final class Fields {
  private final Map<String, @Nullable Object> members = new LinkedHashMap<>();

  Fields put(String name, Object value) {
    members.put(name, value instanceof Instant instant ? Timestamps.text(instant) : value);
    return this;
  }

  /** Writes null for an empty value. */
  Fields putOrNull(String name, Optional<?> value) {
    members.put(name, value.orElse(null));
    return this;
  }

  /** Leaves the key out for an empty value. */
  Fields putIfPresent(String name, Optional<?> value) {
    value.ifPresent(present -> members.put(name, present));
    return this;
  }

  Map<String, @Nullable Object> toMap() {
    return Collections.unmodifiableMap(members);
  }
}
