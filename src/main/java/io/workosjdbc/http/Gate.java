package io.workosjdbc.http;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;

/** A fair semaphore whose waits end with the waiting statement's scope. Thread-safe. */
final class Gate {
  private final Queue<CompletableFuture<Void>> waiting = new ArrayDeque<>();
  private int free;

  Gate(int places) {
    this.free = places;
  }

  /** Takes a place, first come first served; the caller leaves. */
  void enter(Exchange exchange) {
    CompletableFuture<Void> turn = ask();
    boolean entered = false;
    try {
      exchange.await(turn);
      entered = true;
    } finally {
      if (!entered) {
        giveUp(turn);
      }
    }
  }

  /** Gives the place to the one who has waited longest. */
  void leave() {
    next().ifPresent(turn -> turn.complete(null));
  }

  private synchronized CompletableFuture<Void> ask() {
    var turn = new CompletableFuture<Void>();
    if (free > 0) {
      free--;
      turn.complete(null);
    } else {
      waiting.add(turn);
    }
    return turn;
  }

  private synchronized Optional<CompletableFuture<Void>> next() {
    var turn = Optional.ofNullable(waiting.poll());
    if (turn.isEmpty()) {
      free++;
    }
    return turn;
  }

  /** Someone whose turn came while the wait ended passes it on. */
  private void giveUp(CompletableFuture<Void> turn) {
    boolean stillWaiting;
    synchronized (this) {
      stillWaiting = waiting.removeIf(other -> other == turn);
    }
    if (!stillWaiting) {
      leave();
    }
  }
}
