package io.workosjdbc.request;

import java.time.Duration;
import java.time.Instant;

/** A half-open interval of time: {@code from} lies in it, {@code to} does not. */
public record Window(Instant from, Instant to) {

  public Window {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("An empty window: " + from + " to " + to);
    }
  }

  public boolean contains(Instant instant) {
    return !instant.isBefore(from) && instant.isBefore(to);
  }

  public Duration width() {
    return Duration.between(from, to);
  }
}
