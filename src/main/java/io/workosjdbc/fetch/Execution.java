package io.workosjdbc.fetch;

import io.workosjdbc.http.CallScope;
import io.workosjdbc.log.Caller;
import io.workosjdbc.log.Tally;
import io.workosjdbc.log.Trace;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One execution of a statement, from the call of {@code execute} until its result set is read to
 * the end or closed. A scan finds it with {@link #current()} when it is opened, and keeps it; its
 * {@link #scope()} aborts what the scan is waiting for. Whatever is read for it counts in it.
 * Thread-safe.
 */
public final class Execution {

  /** How an execution ends. The first ending counts. */
  public enum Ending {
    /** Read to the end, closed or failed: nobody wants more rows. */
    FINISHED,
    /** Somebody called {@code cancel()}, or closed the statement while it ran. */
    CANCELLED,
    /** Its time is over. */
    TIMED_OUT
  }

  /** A statement that reads thousands of lists does not tell of each. */
  private static final int MOST_WARNINGS = 20;

  private static final ThreadLocal<Execution> CURRENT = new ThreadLocal<>();

  private static final AtomicLong IDS = new AtomicLong();

  private final long id = IDS.incrementAndGet();
  private final CallScope scope;
  private final Budget budget;
  private final boolean logsValues;
  private final Tally tally = new Tally();
  private final Caller caller = Caller.of(id);
  private final Trace trace;
  private final List<String> warnings = new ArrayList<>();
  private final Partial partial = new Partial();
  private final AtomicReference<@Nullable Ending> ending = new AtomicReference<>();
  private final AtomicLong requestsLeft;
  private final AtomicLong rowsLeft;
  private final Lookups lookups = new Lookups();
  private volatile boolean isOutOfTime;

  private Execution(CallScope scope, Budget budget, boolean logsValues, Trace trace) {
    this.trace = trace;
    this.scope = scope;
    this.budget = budget;
    this.logsValues = logsValues;
    this.requestsLeft = new AtomicLong(budget.requests());
    this.rowsLeft = new AtomicLong(budget.rows());
  }

  public static Execution unbounded() {
    return new Execution(CallScope.unbounded(), Budget.NONE, false, Trace.NONE);
  }

  /** An execution that must be over after {@code timeout}; its owner calls {@link #end} then. */
  public static Execution within(Duration timeout, Clock clock) {
    return of(Budget.NONE.within(timeout), false, clock);
  }

  /**
   * An execution with a budget; its owner calls {@link #timeIsOver} then.
   *
   * @param logsValues whether its requests are logged with the values of people in them
   */
  public static Execution of(Budget budget, boolean logsValues, Clock clock) {
    var scope =
        budget.time().isZero()
            ? CallScope.unbounded()
            : CallScope.until(clock.instant().plus(budget.time()), clock);
    return new Execution(scope, budget, logsValues, Trace.begin());
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

  /** What the thread that began it has set for its log. */
  Caller caller() {
    return caller;
  }

  /** Whom a tracing system takes it for; whoever began it says when it is over. */
  public Trace trace() {
    return trace;
  }

  /** What bounds the calls of this execution. */
  public CallScope scope() {
    return scope;
  }

  public Optional<Instant> deadline() {
    return scope.deadline();
  }

  /** What it may cost. */
  public Budget budget() {
    return budget;
  }

  /** What it has cost so far. */
  public Tally tally() {
    return tally;
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

  /** Ends it, or every scan of it where the rows so far are wanted. */
  public void timeIsOver() {
    if (budget.warnsAboutTime()) {
      isOutOfTime = true;
      scope.cancel();
    } else {
      end(Ending.TIMED_OUT);
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
      if (warnings.size() < MOST_WARNINGS && !warnings.contains(message)) {
        warnings.add(message);
      }
    }
  }

  /** What the user was told so far, besides {@link #partial()}. */
  public List<String> warnings() {
    synchronized (warnings) {
      return List.copyOf(warnings);
    }
  }

  /** What the answer lacks because a budget was spent; empty when it lacks nothing. */
  public Optional<String> partial() {
    return partial.message();
  }

  /** How many requests were sent for it, without the retries. */
  public long requests() {
    return tally.requests();
  }

  /** How many pages it took from the cache. */
  public long cachedPages() {
    return tally.cachedPages();
  }

  /** What to throw at a statement that is refused before it sends anything. */
  public static RuntimeException refused(String why) {
    return BudgetExceeded.refused(why);
  }

  boolean logsValues() {
    return logsValues;
  }

  boolean isOutOfTime() {
    return isOutOfTime;
  }

  /** A request is about to be sent. */
  void takeRequest() {
    if (budget.requests() > 0 && requestsLeft.decrementAndGet() < 0) {
      throw BudgetExceeded.requests(budget.requests());
    }
    tally.addRequest();
  }

  /** Whether only so many rows may be given. */
  public boolean boundsRows() {
    return budget.rows() > 0;
  }

  /** How many rows may still be given, of so many that a scan has. */
  int takeRows(int wanted) {
    long given = wanted;
    if (boundsRows()) {
      long left = rowsLeft.getAndUpdate(rows -> Math.max(0, rows - wanted));
      given = Math.min(wanted, left);
    }
    tally.addRows(given);
    return (int) given;
  }

  /** Notes that a scan ends here because a budget is spent. */
  void cutShort(String spent, String notRead) {
    partial.add(spent, notRead);
  }

  /** What scans of this execution have looked up in other tables. */
  Lookups lookups() {
    return lookups;
  }
}
