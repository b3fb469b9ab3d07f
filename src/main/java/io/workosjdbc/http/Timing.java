package io.workosjdbc.http;

import java.time.Clock;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;

/**
 * Time and chance.
 *
 * @param clock tells when a request was sent and how long waits are
 * @param random numbers in [0, 1) for the jitter; called from several threads
 * @param sleeper where waits happen
 */
public record Timing(Clock clock, DoubleSupplier random, Sleeper sleeper) {
  /** The system's own. */
  public static Timing system() {
    return new Timing(
        Clock.systemUTC(), () -> ThreadLocalRandom.current().nextDouble(), Sleeper.real());
  }
}
