package io.workosjdbc.driver;

import io.workosjdbc.Progress;
import io.workosjdbc.ProgressListener;
import io.workosjdbc.fetch.Execution;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;
import java.util.concurrent.Future;

/** Tells a listener how far one execution has come, until it is over. Thread-safe. */
final class Listening {

  private static final Duration PERIOD = Duration.ofMillis(250);

  private final Execution execution;
  private final ProgressListener listener;
  private final Clock clock;
  private final Instant startedAt;
  private final Future<?> ticking;
  private boolean isOver;

  private Listening(Execution execution, ProgressListener listener, Deadlines ticks, Clock clock) {
    this.execution = execution;
    this.listener = listener;
    this.clock = clock;
    this.startedAt = clock.instant();
    this.ticking = ticks.every(PERIOD, this::tick);
  }

  /** Begins to tell; closed by {@link #end()}. */
  static Listening begin(
      Execution execution, ProgressListener listener, Deadlines ticks, Clock clock) {
    return new Listening(execution, listener, ticks, clock);
  }

  private synchronized void tick() {
    if (!isOver) {
      listener.progressed(progress());
    }
  }

  /** The execution is over. Calling it again changes nothing. */
  void end() {
    ticking.cancel(false);
    synchronized (this) {
      if (isOver) {
        return;
      }
      isOver = true;
    }
    listener.progressed(progress());
  }

  private Progress progress() {
    var tally = execution.tally();
    double expected = tally.expectedPages();
    return new Progress(
        execution.id(),
        Duration.between(startedAt, clock.instant()),
        tally.rows(),
        tally.pages() + tally.cachedPages(),
        tally.requests(),
        tally.waited(),
        expected > 0 ? OptionalDouble.of(expected) : OptionalDouble.empty(),
        isOver);
  }
}
