package io.workosjdbc.demo;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An object of the demo Okta.
 *
 * @param id what it is got by
 * @param at when it was created, or happened
 * @param json as the API writes it: nested maps, lists and scalars
 */
public record OktaObject(String id, Instant at, Map<String, @Nullable Object> json) {
  public OktaObject {
    json = Collections.unmodifiableMap(new LinkedHashMap<>(json));
  }

  /** What lies at a path such as {@code profile.email}, if it is there and not null. */
  Optional<Object> value(String path) {
    Object value = json;
    for (String name : path.split("\\.", -1)) {
      value = value instanceof Map<?, ?> members ? members.get(name) : null;
    }
    return Optional.ofNullable(value);
  }

  /** The same as a text. */
  public Optional<String> text(String path) {
    return value(path).map(Object::toString);
  }
}
