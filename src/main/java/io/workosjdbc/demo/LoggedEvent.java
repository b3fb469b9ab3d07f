package io.workosjdbc.demo;

import java.util.Optional;

/** Something that {@code GET /events} lists. */
public sealed interface LoggedEvent extends DemoObject permits DemoEvent, DemoChange {

  /** The event's name. */
  String event();

  /** The organization that {@code organization_id=} matches. */
  Optional<String> organizationId();
}
