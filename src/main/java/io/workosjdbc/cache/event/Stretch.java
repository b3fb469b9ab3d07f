package io.workosjdbc.cache.event;

import io.workosjdbc.request.Window;

/** A part of the interval that a question is about. */
public sealed interface Stretch permits Stored, Stretch.Missing {

  Window window();

  /** Nothing is known of this part; the service must be asked. */
  record Missing(Window window) implements Stretch {}
}
