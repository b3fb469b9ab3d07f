package io.workosjdbc.demo;

import com.google.common.base.Splitter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One change of an object's JSON on its way out; the object itself, and what filters see, stays as
 * it is.
 */
public final class Edit {
  private final List<String> path;
  private final boolean removes;
  private final Optional<Object> value;

  private Edit(String path, boolean removes, Optional<Object> value) {
    this.path = Splitter.on('.').splitToList(path);
    this.removes = removes;
    this.value = value;
  }

  /** Leaves a key out; the path goes through objects, such as {@code data.sso.session_id}. */
  public static Edit remove(String path) {
    return new Edit(path, true, Optional.empty());
  }

  /** Makes the key null, also where it was absent. */
  public static Edit setNull(String path) {
    return new Edit(path, false, Optional.empty());
  }

  /** Gives the key a value: text, number, boolean, list or map, of a wrong type if need be. */
  public static Edit set(String path, Object value) {
    return new Edit(path, false, Optional.of(value));
  }

  Map<String, @Nullable Object> apply(Map<String, @Nullable Object> json) {
    return apply(json, path);
  }

  private Map<String, @Nullable Object> apply(Map<?, ?> json, List<String> keys) {
    Map<String, @Nullable Object> changed = new LinkedHashMap<>();
    json.forEach((key, member) -> changed.put(String.valueOf(key), member));
    String key = keys.get(0);
    if (keys.size() > 1) {
      Object inner = changed.get(key);
      var members = inner instanceof Map<?, ?> map ? map : Map.of();
      changed.put(key, apply(members, keys.subList(1, keys.size())));
    } else if (removes) {
      changed.remove(key);
    } else {
      changed.put(key, value.orElse(null));
    }
    return Collections.unmodifiableMap(changed);
  }
}
