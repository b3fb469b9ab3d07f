package io.workosjdbc.demo;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An object of any other kind, in one of the lists of {@link Catalogue}.
 *
 * @param list path of the list, its keys in braces
 * @param keys what it is found by: the keys of its list and the values of its filters
 */
public record DemoThing(
    String list,
    String id,
    Instant createdAt,
    Map<String, Set<String>> keys,
    Map<String, @Nullable Object> json)
    implements DemoObject {

  public DemoThing {
    keys = Map.copyOf(keys);
    json = Collections.unmodifiableMap(new LinkedHashMap<>(json));
  }

  /** Whether it is found by this value. */
  boolean has(String key, String value) {
    return key.equals(Collection.SELF)
        ? id.equals(value)
        : keys.getOrDefault(key, Set.of()).contains(value);
  }
}
