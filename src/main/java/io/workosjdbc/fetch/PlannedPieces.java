package io.workosjdbc.fetch;

import io.workosjdbc.request.AccessPlan;
import io.workosjdbc.request.Direction;
import io.workosjdbc.request.ListRequest;
import io.workosjdbc.request.Request;
import io.workosjdbc.resource.Resource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The requests of a plan as pieces, made as they are needed. Used by the thread that reads rows.
 */
final class PlannedPieces implements AutoCloseable {

  /** How many requests are looked for in the archive before the first one is sent. */
  private static final int MOST_AT_ONCE = 20;

  private final Iterator<Request> requests;
  private final Layout layout;
  private final ArchiveScan archive;
  private final Optional<Direction> order;
  private final Supplier<RowBuffer> buffers;
  private final Appetite appetite;
  private final Pieces pieces;
  private final boolean inSequence;
  private final boolean isWhole;

  /** Where no order is wanted, what is here comes first: it may turn out to be enough. */
  private final boolean isAtOnce;

  private final Runnable closing;

  /**
   * @param requests those of the plan
   * @param closing releases what the requests come from
   */
  PlannedPieces(
      AccessPlan plan, Iterator<Request> requests, ArchiveScan archive, Runnable closing) {
    this.requests = requests;
    this.layout = archive.layout();
    this.archive = archive;
    this.order = plan.order();
    this.closing = closing;
    int size = Math.max(1, layout.resource().listing().paging().size());
    this.buffers = () -> order.map(this::sorted).orElseGet(RowBuffer::asTheyCome);
    this.appetite = new Appetite(isFanOut(plan), size);
    this.inSequence =
        order.isPresent()
            || plan.requests().isEmpty()
            || !plan.requests().stream().allMatch(Piece::hasRange);
    this.isWhole =
        plan.requests().stream()
            .allMatch(each -> each instanceof ListRequest list && list.isWholeOfItsTime());
    this.isAtOnce = !inSequence && plan.requests().size() <= MOST_AT_ONCE;
    this.pieces = new Pieces(order, inSequence, size, buffers);
  }

  private static boolean isFanOut(AccessPlan plan) {
    var first = plan.requests().stream().findFirst();
    return first.isEmpty() || !plan.requests().stream().allMatch(each -> isSame(each, first.get()));
  }

  /** Whether they are the same list, but for the time. */
  private static boolean isSame(Request one, Request other) {
    return one instanceof ListRequest list
        && other instanceof ListRequest first
        && list.filters().equals(first.filters())
        && list.expression().equals(first.expression())
        && list.keys().equals(first.keys());
  }

  private RowBuffer sorted(Direction way) {
    var paging = layout.resource().listing().paging();
    return RowBuffer.sorted(layout.indexOf(paging.order().orElseThrow().column()), way);
  }

  Resource resource() {
    return layout.resource();
  }

  Pieces pieces() {
    return pieces;
  }

  /** Whether nothing but stretches of time narrows what is asked for. */
  boolean isWholeOfItsTime() {
    return isWhole;
  }

  Appetite appetite() {
    return appetite;
  }

  /** Whether the rows of a piece are wanted after those of the one before. */
  boolean inSequence() {
    return inSequence;
  }

  /**
   * Further pieces; fewer than asked for only if there are no more. Where the requests follow from
   * rows of another table, this reads them.
   */
  List<Piece> more(int missing) {
    var more = new ArrayList<Piece>();
    while ((more.size() < missing || isAtOnce) && requests.hasNext()) {
      more.addAll(pieces(requests.next()));
    }
    if (isAtOnce) {
      more.sort(Comparator.comparing(piece -> !piece.isHeld()));
    }
    return more;
  }

  private List<Piece> pieces(Request request) {
    if (!Piece.hasRange(request)) {
      return List.of(Piece.of(request, buffers.get()));
    }
    var list = (ListRequest) request;
    var parts = new ArrayList<Piece>();
    for (var part : archive.parts(list)) {
      var narrowed = list.withWindow(part.window());
      parts.add(
          part.place() == Archive.Place.HELD
              ? Piece.ofHeld(narrowed, buffers.get())
              : Piece.ofRange(narrowed, buffers.get()));
    }
    if (order.equals(Optional.of(Direction.DESCENDING))) {
      Collections.reverse(parts);
    }
    return parts;
  }

  @Override
  public void close() {
    closing.run();
  }
}
