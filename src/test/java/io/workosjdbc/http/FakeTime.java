package io.workosjdbc.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A clock that only moves when someone sleeps, and a sleeper that notes how long. */
final class FakeTime extends Clock implements Sleeper {
  static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

  private final List<Duration> sleeps = new ArrayList<>();
  private Instant now = START;
  private Runnable onSleep = () -> {};

  /** Without jitter: the random number is in the middle. */
  Timing timing() {
    return new Timing(this, () -> 0.5, this);
  }

  /** Runs at the start of every sleep, in the sleeping thread. */
  synchronized void onSleep(Runnable action) {
    onSleep = action;
  }

  synchronized List<Duration> sleeps() {
    return List.copyOf(sleeps);
  }

  synchronized void advance(Duration by) {
    now = now.plus(by);
  }

  @Override
  public synchronized void sleep(Duration atMost, CompletableFuture<?> wakeUp)
      throws InterruptedException {
    onSleep.run();
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    if (!wakeUp.isDone()) {
      sleeps.add(atMost);
      now = now.plus(atMost);
    }
  }

  @Override
  public synchronized Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
