package io.workosjdbc.fetch;

import com.google.common.base.Throwables;
import io.workosjdbc.fetch.Pieces.Cutting;
import io.workosjdbc.http.ApiException;
import io.workosjdbc.http.ApiException.Kind;
import io.workosjdbc.http.CallScope;
import io.workosjdbc.request.Window;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads the pieces of a plan: page by page in the thread that wants rows, and once that has wanted
 * a few pages, by several workers at once. A worker reads one page and is free again; what is read
 * and not wanted yet is bounded in pages and bytes. The first failure ends everything.
 *
 * <p>One thread calls {@link #next()}; {@link #close()} may come from any thread.
 */
final class Scan implements AutoCloseable {

  /** Pages that may wait for their turn, for each worker: the length of a slice and some. */
  private static final int PAGES_PER_WORKER = 20;

  private static final long MOST_BYTES = Math.min(64L << 20, Runtime.getRuntime().maxMemory() / 12);

  private final PlannedPieces planned;
  private final Piece.Opening opening;
  private final Workers workers;
  private final Learned learned;
  private final CallScope scope;
  private volatile Optional<CallScope.Hook> hook = Optional.empty();

  // All of these are guarded by this.
  private final Pieces pieces;
  private final RangeEvidence evidence;
  private long consumed;
  private long inHand;
  private int asking;
  private boolean isWanted;
  private boolean isClosed;
  private boolean readsAhead = true;
  private long events;
  private Optional<Throwable> failure = Optional.empty();

  /**
   * @param scope aborts the requests of this scan alone
   * @param outer when this one is cancelled, the scan is
   */
  Scan(
      PlannedPieces planned,
      Piece.Opening opening,
      Workers workers,
      Learned learned,
      CallScope scope,
      CallScope outer) {
    this.planned = planned;
    this.opening = opening;
    this.workers = workers;
    this.learned = learned;
    this.scope = scope;
    this.pieces = planned.pieces();
    this.evidence = new RangeEvidence(!planned.appetite().isFanOut());
    this.hook = Optional.of(outer.onCancel(this::close));
  }

  /** Rows, never an empty list; empty (the Optional) when there are no more. */
  Optional<List<@Nullable Object[]>> next() {
    finishRowsInHand();
    while (true) {
      int missing = missing();
      var more = planned.more(missing);
      Optional<Supplier<ObjectPage>> question = Optional.empty();
      Optional<Piece> own = Optional.empty();
      synchronized (this) {
        checkOpen();
        more.forEach(pieces::add);
        var rows = pieces.poll();
        isWanted = rows.isEmpty();
        if (isWide()) {
          send();
        }
        if (rows.isPresent()) {
          inHand = pieces.gaveHeld() ? 0 : rows.get().size();
          return rows;
        }
        if (pieces.size() == 0) {
          if (missing > 0 && more.isEmpty()) {
            hook.ifPresent(CallScope.Hook::close);
            return rows;
          }
          continue;
        }
        own = asking > 0 ? Optional.empty() : pieces.next(1, cutting(), true);
        question = own.map(this::begin);
        if (own.isEmpty()) {
          await();
        }
      }
      if (own.isPresent()) {
        readNow(own.get(), question.orElseThrow());
      }
    }
  }

  private synchronized void finishRowsInHand() {
    consumed += inHand;
    inHand = 0;
    pieces.consumed(consumed);
  }

  private boolean isWide() {
    return readsAhead && allowed() > 1 && workers.count() > 1;
  }

  private int allowed() {
    return planned.appetite().pages(consumed + pieces.heldRows(), pieces.done());
  }

  private synchronized int missing() {
    int wanted = Math.max(1, Math.min(allowed(), workers.count() * PAGES_PER_WORKER));
    return isClosed ? 0 : wanted - pieces.size();
  }

  private Cutting cutting() {
    return switch (learned.ranges(planned.resource())) {
      case IGNORED -> Cutting.NO;
      case UNKNOWN -> pieces.hasCut() ? Cutting.NO : isWide() ? Cutting.TRY : Cutting.TO_SORT;
      case HONOURED -> isWide() ? Cutting.YES : Cutting.TO_SORT;
    };
  }

  /** Gives every free worker a page to read, as far as there is room. */
  private void send() {
    int count = workers.count();
    while (asking < count && !isClosed && failure.isEmpty()) {
      boolean isFull =
          asking + pieces.waitingPages() >= Math.min(allowed(), count * PAGES_PER_WORKER)
              || pieces.waitingBytes() >= MOST_BYTES;
      if (isFull && !(isWanted && (planned.inSequence() || asking == 0))) {
        return;
      }
      var piece = pieces.next(count - asking, cutting(), isFull);
      if (piece.isEmpty()) {
        return;
      }
      var question = begin(piece.get());
      workers.run(this, () -> readAhead(piece.get(), question));
    }
  }

  private Supplier<ObjectPage> begin(Piece piece) {
    var question = piece.ask(opening);
    asking++;
    return question;
  }

  /** Reads a page in the thread that wants rows, which may try again after a failure. */
  private void readNow(Piece piece, Supplier<ObjectPage> question) {
    try {
      read(piece, question);
    } catch (RuntimeException | Error e) {
      synchronized (this) {
        dropped(piece, e);
        failure.ifPresent(Throwables::throwIfUnchecked); // Which cancelled this one.
      }
      throw e;
    }
  }

  private void readAhead(Piece piece, Supplier<ObjectPage> question) {
    try {
      read(piece, question);
    } catch (BudgetExceeded e) {
      postpone(piece, e);
    } catch (RuntimeException | Error e) {
      fail(piece, e);
    }
  }

  /** Whether the page is wanted at all, only who wants rows can tell: that one asks again. */
  private synchronized void postpone(Piece piece, BudgetExceeded e) {
    readsAhead = false;
    dropped(piece, e);
  }

  private void dropped(Piece piece, Throwable e) {
    piece.failed(e);
    asking--;
    changed();
  }

  /** What is not read to its end, in words. */
  synchronized String notRead() {
    return planned.resource().table() + pieces.left();
  }

  /** Reads a page, without holding up the others while it waits. */
  private void read(Piece piece, Supplier<ObjectPage> question) {
    var page = question.get();
    List<@Nullable Object[]> rows;
    Optional<Window> whole;
    synchronized (this) {
      rows = piece.rows().take(page);
      note(piece, page);
      consumed += page.rows().size() - rows.size();
      boolean isDue = piece.rows().isOver() || piece.sink().isFull();
      whole = isDue ? piece.complete() : Optional.empty();
    }
    piece.sink().add(rows, page.answer().response().sentAt());
    whole.ifPresent(piece.sink()::complete);
    finish(piece, page, rows);
  }

  private void note(Piece piece, ObjectPage page) {
    if (!piece.isHeld()) {
      pieces.note(piece);
      evidence.after(piece, page).ifPresent(seen -> learned.ranges(planned.resource(), seen));
    }
  }

  private void finish(Piece piece, ObjectPage page, List<@Nullable Object[]> rows) {
    boolean isAbandoned;
    synchronized (this) {
      piece.answered(rows, page.bytes());
      asking--;
      isAbandoned = isClosed && !piece.isOver();
      if (isWide()) {
        send();
      }
      changed();
    }
    if (isAbandoned) {
      piece.publish();
    }
  }

  private void fail(Piece piece, Throwable e) {
    synchronized (this) {
      failure = failure.or(() -> Optional.of(e));
      dropped(piece, e);
    }
    close();
    if (e instanceof ApiException) {
      piece.publish();
    }
  }

  private void changed() {
    events++;
    notifyAll();
  }

  private void await() {
    long seen = events;
    try {
      while (seen == events) {
        wait(scope.remaining().map(left -> Math.max(1, left.toMillis())).orElse(0L));
        if (seen == events) {
          scope.checkOpen();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw ApiException.of(Kind.CANCELLED, "", "The reading of rows was interrupted", e);
    }
  }

  private void checkOpen() {
    failure.ifPresent(Throwables::throwIfUnchecked);
    scope.checkOpen();
  }

  /** Aborts what is on its way. Closing again changes nothing. */
  @Override
  public void close() {
    List<Piece> left;
    synchronized (this) {
      if (isClosed) {
        return;
      }
      isClosed = true;
      if (planned.isWholeOfItsTime()) {
        learned.density(planned.resource(), pieces.seen());
      }
      left = pieces.all().stream().filter(piece -> !piece.isAsking() && !piece.isOver()).toList();
      pieces.clear();
      changed();
    }
    hook.ifPresent(CallScope.Hook::close);
    scope.cancel();
    planned.close();
    left.forEach(Piece::publish);
  }
}
