package io.workosjdbc.demo;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An event that is not about authentication: what happened to an object.
 *
 * @param data the object, as the API writes it
 */
public record DemoChange(
    String id,
    String event,
    Instant createdAt,
    Map<String, @Nullable Object> data,
    Map<String, @Nullable Object> context)
    implements LoggedEvent {

  public DemoChange {
    data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
    context = Collections.unmodifiableMap(new LinkedHashMap<>(context));
  }

  @Override
  public Optional<String> organizationId() {
    return Optional.ofNullable(data.get("organization_id")).map(Object::toString);
  }

  @Override
  public Map<String, @Nullable Object> json() {
    return new Fields()
        .put("object", "event")
        .put("id", id)
        .put("event", event)
        .put("data", data)
        .put("created_at", createdAt)
        .put("context", context)
        .toMap();
  }
}
