package io.workosjdbc.fetch;

import io.workosjdbc.http.CallScope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One execution of a statement, from the call of {@code execute} until its result set is read to
 * the end or closed. A scan finds it with {@link #current()} when it is opened, and keeps it; its
 * {@link #scope()} aborts what the scan is waiting for. Thread-safe.
 */
public final class Execution {

  /** How an execution ends. The first ending counts. */
  public enum Ending {
    /** Read to the end, closed or failed: nobody wants more rows. */
    FINISHED,
    /** Somebody called {@code cancel()}, or closed the statement while it ran. */
    CANCELLED,
    /** The query timeout is over. */
    TIMED_OUT
  }

  private static final ThreadLocal<Execution> CURRENT = new ThreadLocal<>();

  private static final AtomicLong IDS = new AtomicLong();

  private final long id = IDS.incrementAndGet();
  private final CallScope scope;
  private final Duration timeout;
  private final List<String> warnings = new CopyOnWriteArrayList<>();
  private final AtomicReference<@Nullable Ending> ending = new AtomicReference<>();
  private final AtomicLong requests = new AtomicLong();
  private final AtomicLong cachedPages = new AtomicLong();
  private final Lookups lookups = new Lookups();

  private Execution(CallScope scope, Duration timeout) {
    this.scope = scope;
    this.timeout = timeout;
  }

  public static Execution unbounded() {
    return new Execution(CallScope.unbounded(), Duration.ZERO);
  }

  /** An execution that must be over after {@code timeout}; its owner calls {@link #end} then. */
  public static Execution within(Duration timeout, Clock clock) {
    return new Execution(CallScope.until(clock.instant().plus(timeout), clock), timeout);
  }

  /**
   * The execution that this thread works for; a new one without bounds outside of any statement.
   */
  public static Execution current() {
    Execution current = CURRENT.get();
    return current == null ? unbounded() : current;
  }

  /** Makes this the thread's execution until the attachment is closed, in the same thread. */
  public Attachment attach() {
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
  public interface Attachment extends AutoCloseable {
    @Override
    void close();
  }

  /** Tells executions of this JVM apart, in the order in which they began; counts from 1. */
  public long id() {
    return id;
  }

  /** What bounds the calls of this execution. */
  public CallScope scope() {
    return scope;
  }

  public Optional<Instant> deadline() {
    return scope.deadline();
  }

  /** How long it may take; zero if it has no bound. */
  public Duration timeout() {
    return timeout;
  }

  public void cancel() {
    end(Ending.CANCELLED);
  }

  /** Stops every call for this execution. Does nothing after the first. */
  public void end(Ending how) {
    if (ending.compareAndSet(null, how)) {
      scope.cancel();
    }
  }

  public Optional<Ending> ending() {
    return Optional.ofNullable(ending.get());
  }

  public boolean isRunning() {
    return ending.get() == null;
  }

  /** Tells the user something that is true of the result, once. */
  public void warn(String message) {
    synchronized (warnings) {
      if (!warnings.contains(message)) {
        warnings.add(message);
      }
    }
  }

  /** What the user was told so far. */
  public List<String> warnings() {
    return List.copyOf(warnings);
  }

  public void clearWarnings() {
    warnings.clear();
  }

  /** How many requests were sent for it, without the retries. */
  public long requests() {
    return requests.get();
  }

  /** How many pages it took from the cache. */
  public long cachedPages() {
    return cachedPages.get();
  }

  void countRequest() {
    requests.incrementAndGet();
  }

  void countCachedPage() {
    cachedPages.incrementAndGet();
  }

  /** What scans of this execution have looked up in other tables. */
  Lookups lookups() {
    return lookups;
  }
}
