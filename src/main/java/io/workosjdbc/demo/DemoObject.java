package io.workosjdbc.demo;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One object of the demo environment: its values, and the JSON that the API makes of them. */
public sealed interface DemoObject
    permits DemoOrganization, DemoConnection, DemoDirectory, DemoThing, LoggedEvent {

  /** The object's id, {@code <prefix>_<ULID>} when generated. */
  String id();

  /** When the object was created; lists are sorted by it, then by id. */
  Instant createdAt();

  /**
   * The object as the API writes it: nested maps, lists and scalars; absent keys are absent, nulls
   * are null.
   */
  Map<String, @Nullable Object> json();
}
