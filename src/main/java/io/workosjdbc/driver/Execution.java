package io.workosjdbc.driver;

import io.workosjdbc.http.CallScope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One execution of a statement, from the call of {@code execute} until its result set is read to
 * the end or closed. A scan finds it with {@link #current()} when it is opened, and keeps it; its
 * {@link #scope()} aborts what the scan is waiting for. Thread-safe.
 */
final class Execution {
  /** How an execution ends. The first ending counts. */
  enum Ending {
    /** Read to the end, closed or failed: nobody wants more rows. */
    FINISHED,
    /** Somebody called {@code cancel()}, or closed the statement while it ran. */
    CANCELLED,
    /** The query timeout is over. */
    TIMED_OUT
  }

  private static final ThreadLocal<Execution> CURRENT = new ThreadLocal<>();

  private final CallScope scope;
  private final Duration timeout;
  private final List<String> warnings = new CopyOnWriteArrayList<>();
  private final AtomicReference<@Nullable Ending> ending = new AtomicReference<>();

  private Execution(CallScope scope, Duration timeout) {
    this.scope = scope;
    this.timeout = timeout;
  }

  static Execution unbounded() {
    return new Execution(CallScope.unbounded(), Duration.ZERO);
  }

  /** An execution that must be over after {@code timeout}; its owner calls {@link #end} then. */
  static Execution within(Duration timeout, Clock clock) {
    return new Execution(CallScope.until(clock.instant().plus(timeout), clock), timeout);
  }

  /**
   * The execution that this thread works for; a new one without bounds outside of any statement.
   */
  static Execution current() {
    Execution current = CURRENT.get();
    return current == null ? unbounded() : current;
  }

  /** Makes this the thread's execution until the attachment is closed, in the same thread. */
  Attachment attach() {
    Execution previous = CURRENT.get();
    CURRENT.set(this);
    return () -> {
      if (previous == null) {
        CURRENT.remove();
      } else {
        CURRENT.set(previous);
      }
    };
  }

  /** Ends what {@link #attach()} began. */
  @FunctionalInterface
  interface Attachment extends AutoCloseable {
    @Override
    void close();
  }

  /** What bounds the calls of this execution. */
  CallScope scope() {
    return scope;
  }

  Optional<Instant> deadline() {
    return scope.deadline();
  }

  /** How long it may take; zero if it has no bound. */
  Duration timeout() {
    return timeout;
  }

  void cancel() {
    end(Ending.CANCELLED);
  }

  /** Stops every call for this execution. Does nothing after the first. */
  void end(Ending how) {
    if (ending.compareAndSet(null, how)) {
      scope.cancel();
    }
  }

  Optional<Ending> ending() {
    return Optional.ofNullable(ending.get());
  }

  boolean isRunning() {
    return ending.get() == null;
  }

  /** Tells the user something that is true of the result, by {@code Statement.getWarnings()}. */
  void warn(String message) {
    if (!warnings.contains(message)) {
      warnings.add(message);
    }
  }

  List<String> warnings() {
    return warnings;
  }

  void clearWarnings() {
    warnings.clear();
  }
}
