package io.workosjdbc.fetch;

import io.workosjdbc.http.ApiException;
import io.workosjdbc.http.ApiException.Kind;
import io.workosjdbc.request.ListRequest;
import io.workosjdbc.request.Request;
import io.workosjdbc.request.Window;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What one cursor reads: a request, or a slice of one. It belongs to a {@link Scan}, which guards
 * it.
 */
final class Piece {

  /** Begins to read a piece, which sends nothing yet. */
  interface Opening {
    RequestRows open(Piece piece);

    /** Where the rows of a slice go that is about to be read. */
    Archive.Sink sink(ListRequest request);
  }

  private final Request request;
  private final Optional<Slice> slice;
  private final boolean isHeld;
  private final boolean isCut;
  private final RowBuffer buffer;

  private Optional<RequestRows> rows = Optional.empty();
  private Archive.Sink sink = Archive.Sink.NOWHERE;
  private boolean isAsking;
  private long counted;

  private Piece(
      Request request, Optional<Slice> slice, boolean isHeld, boolean isCut, RowBuffer buffer) {
    this.request = request;
    this.slice = slice;
    this.isHeld = isHeld;
    this.isCut = isCut;
    this.buffer = buffer;
  }

  /** Whether a request asks for a stretch of time. */
  static boolean hasRange(Request request) {
    return request instanceof ListRequest list && list.windowColumn().isPresent();
  }

  /** A request that is read as it is. */
  static Piece of(Request request, RowBuffer buffer) {
    return new Piece(request, Optional.empty(), false, false, buffer);
  }

  /** A stretch of time that the archive holds. */
  static Piece ofHeld(ListRequest request, RowBuffer buffer) {
    return new Piece(request, Optional.empty(), true, false, buffer);
  }

  /** A list with a time range. */
  static Piece ofRange(ListRequest request, RowBuffer buffer) {
    var slice = Slice.of(request.window().orElseThrow());
    return new Piece(request, Optional.of(slice), false, false, buffer);
  }

  /** What was cut off this one. */
  Piece cutOff(Slice rest, RowBuffer itsBuffer) {
    return new Piece(request, Optional.of(rest), false, true, itsBuffer);
  }

  /** The request for what it is to read now. */
  Request request() {
    return slice
        .<Request>map(range -> ((ListRequest) request).withWindow(range.window()))
        .orElse(request);
  }

  Optional<Slice> slice() {
    return slice;
  }

  /** Whether the archive has it, so that nobody needs to be asked. */
  boolean isHeld() {
    return isHeld;
  }

  RowBuffer buffer() {
    return buffer;
  }

  /** Whether it was cut off another one, so that objects exist that lie before it. */
  boolean isCut() {
    return isCut;
  }

  boolean isFresh() {
    return rows.isEmpty();
  }

  boolean isAsking() {
    return isAsking;
  }

  /** Whether its last page was read; its rows may still be on their way. */
  boolean hasEnded() {
    return rows.isPresent() && rows.get().isOver();
  }

  boolean isOver() {
    return hasEnded() && !isAsking;
  }

  /** Whether it has given all it has. */
  boolean isDone() {
    return isOver() && buffer.isEmpty();
  }

  int pagesTaken() {
    return rows.map(RequestRows::pagesTaken).orElse(0);
  }

  Archive.Sink sink() {
    return sink;
  }

  Supplier<ObjectPage> ask(Opening opening) {
    if (rows.isEmpty()) {
      rows = Optional.of(opening.open(this));
      sink = slice.map(range -> opening.sink((ListRequest) request())).orElse(sink);
    }
    isAsking = true;
    return rows.get().ask();
  }

  RequestRows rows() {
    return rows.orElseThrow();
  }

  /** How much time was passed since the last question. */
  long advance() {
    long passed = slice.map(range -> rows().isOver() ? range.width() : range.passed()).orElse(0L);
    long more = Math.max(0, passed - counted);
    counted = passed;
    return more;
  }

  /** The page has been taken; its rows may be given. */
  void answered(List<@Nullable Object[]> fresh, long bytes) {
    isAsking = false;
    buffer.offer(fresh, bytes, rows()::nonsense);
    if (rows().isOver()) {
      buffer.end();
    }
  }

  /** Keeps what has been read of it completely. */
  void publish() {
    complete().ifPresent(sink::complete);
  }

  /** The page was not read; it may be asked for again. Nothing is kept of what makes no sense. */
  void failed(Throwable failure) {
    isAsking = false;
    boolean isUnread =
        failure instanceof BudgetExceeded
            || (failure instanceof ApiException e && e.kind() != Kind.NONSENSE);
    if (!isUnread) {
      sink = Archive.Sink.NOWHERE;
    }
  }

  /** What has been read of it, completely. */
  Optional<Window> complete() {
    return rows.isEmpty()
        ? Optional.empty()
        : slice.flatMap(range -> rows().isOver() ? Optional.of(range.window()) : range.behind());
  }
}
