package io.workosjdbc.http;

import io.workosjdbc.http.ApiException.Kind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What bounds one statement's calls: a deadline and a cancellation. One per statement execution.
 * Thread-safe; needs no closing.
 */
public final class CallScope {
  private final Optional<Instant> deadline;
  private final Clock clock;
  private final CompletableFuture<Void> state = new CompletableFuture<>();
  private final CompletableFuture<Void> view = state.copy();
  private final Set<Hook> hooks = ConcurrentHashMap.newKeySet();

  private CallScope(Optional<Instant> deadline, Clock clock) {
    this.deadline = deadline;
    this.clock = clock;
  }

  /** A scope without a deadline. */
  public static CallScope unbounded() {
    return new CallScope(Optional.empty(), Clock.systemUTC());
  }

  /** A scope that is over when {@code clock} shows {@code deadline}. */
  public static CallScope until(Instant deadline, Clock clock) {
    return new CallScope(Optional.of(deadline), clock);
  }

  /** A scope with the same deadline that can be cancelled on its own. */
  public CallScope withOwnCancellation() {
    return new CallScope(deadline, clock);
  }

  /** Aborts calls in flight and ends waits at once. Calling it again changes nothing. */
  public void cancel() {
    if (state.complete(null)) {
      hooks.forEach(this::run);
    }
  }

  public boolean isCancelled() {
    return state.isDone();
  }

  /** Completes on {@link #cancel()}; others may wait on it together with a future of their own. */
  public CompletableFuture<Void> cancelled() {
    return view;
  }

  public Optional<Instant> deadline() {
    return deadline;
  }

  /** The time left, zero or less when the deadline has passed; empty without a deadline. */
  public Optional<Duration> remaining() {
    return deadline.map(end -> Duration.between(clock.instant(), end));
  }

  /** Throws an {@link ApiException} of kind CANCELLED or TIMED_OUT when the scope is over. */
  public void checkOpen() {
    checkOpen("");
  }

  void checkOpen(String requestLine) {
    if (isCancelled()) {
      throw ApiException.of(Kind.CANCELLED, requestLine, Failures.cancelled(requestLine));
    }
    if (remaining().filter(left -> left.compareTo(Duration.ZERO) <= 0).isPresent()) {
      throw ApiException.of(Kind.TIMED_OUT, requestLine, Failures.timedOut(requestLine));
    }
  }

  /** Runs {@code action} on cancel, at once when that has happened; whoever calls this closes. */
  public Hook onCancel(Runnable action) {
    var hook = new Hook(action);
    hooks.add(hook);
    if (isCancelled()) {
      run(hook);
    }
    return hook;
  }

  private void run(Hook hook) {
    if (hooks.remove(hook)) {
      hook.action.run();
    }
  }

  /** One action waiting for the cancellation. */
  public final class Hook implements AutoCloseable {
    private final Runnable action;

    private Hook(Runnable action) {
      this.action = action;
    }

    /** The action is not wanted any more. */
    @Override
    public void close() {
      hooks.remove(this);
    }
  }
}
