package io.workosjdbc.fetch;

import io.workosjdbc.request.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The pieces of a scan in the order in which their rows are wanted, and how they are cut. Decides
 * without waiting and without asking anybody. Not thread-safe.
 */
final class Pieces {

  /** How many pages a slice may have: what it holds is sorted, or waits for earlier slices. */
  private static final double LARGEST_IN_ORDER = 16;

  /** Rows that flow wait for nobody; but what is read is written down slice by slice. */
  private static final double LARGEST = 80;

  /** Smaller slices cost more requests than they save time. */
  private static final double SMALLEST = 2;

  /** Where rows are wanted in order, one page that is a slice of its own keeps none waiting. */
  private static final double SMALLEST_IN_ORDER = 1;

  /** How much less than whole pages a slice is: one object too many costs a request. */
  private static final double LESS = 0.2;

  /** A slice in order has this part of the pages consumed, so that many fit in what may wait. */
  private static final double GROWTH = 4;

  private final List<Piece> all = new ArrayList<>();
  private final Density density = new Density();
  private final Direction wanted;
  private final boolean isOrdered;
  private final boolean inSequence;
  private final int pageSize;
  private final Supplier<RowBuffer> buffers;
  private int done;
  private boolean gaveHeld;
  private boolean hasCut;
  private long pagesConsumed;

  /** Rows that were read because they were wanted next, until the rest of their piece was. */
  private long setAside;

  /**
   * @param order the direction in which all rows are wanted, if one is
   * @param inSequence whether the rows of a piece are wanted after those of the one before
   */
  Pieces(Optional<Direction> order, boolean inSequence, int pageSize, Supplier<RowBuffer> buffers) {
    this.wanted = order.orElse(Direction.ASCENDING);
    this.isOrdered = order.isPresent();
    this.inSequence = inSequence;
    this.pageSize = pageSize;
    this.buffers = buffers;
  }

  void add(Piece piece) {
    all.add(piece);
  }

  void clear() {
    all.clear();
  }

  List<Piece> all() {
    return List.copyOf(all);
  }

  int size() {
    return all.size();
  }

  /** Whether the last rows were held, which says nothing about how many will be asked for. */
  boolean gaveHeld() {
    return gaveHeld;
  }

  /** How many were asked for, read to their end and given. */
  int done() {
    return done;
  }

  /** Rows to give next; none does not mean that there will be none. */
  Optional<List<@Nullable Object[]>> poll() {
    Optional<List<@Nullable Object[]>> rows = Optional.empty();
    for (int at = 0; at < all.size() && rows.isEmpty(); ) {
      var piece = all.get(at);
      rows = piece.buffer().poll();
      gaveHeld = piece.isHeld();
      if (piece.isDone()) {
        all.remove(at);
        done += piece.isHeld() ? 0 : 1;
      } else if (inSequence) {
        break;
      } else {
        at++;
      }
    }
    return rows;
  }

  /** The requests that are not read to their end, for people; empty if there are none. */
  String left() {
    var left = all.stream().filter(piece -> !piece.isOver()).toList();
    if (left.isEmpty()) {
      return "";
    }
    int pages = left.get(0).pagesTaken();
    return " (%s%s%s)"
        .formatted(
            left.get(0).request().line(),
            pages > 0 ? " after " + pages + " pages" : "",
            left.size() > 1 ? " and further requests" : "");
  }

  /** Pages that were read and not given. */
  int waitingPages() {
    return all.stream().mapToInt(piece -> piece.buffer().pages()).sum();
  }

  long waitingBytes() {
    return all.stream().mapToLong(piece -> piece.buffer().bytes()).sum();
  }

  /** Rows that were read because they were wanted next, but wait to be sorted or for their turn. */
  long heldRows() {
    return all.isEmpty() || !inSequence ? 0 : setAside + all.get(0).buffer().heldRows();
  }

  /** So many rows were consumed. */
  void consumed(long rows) {
    pagesConsumed = rows / pageSize;
  }

  /** A page of a piece was taken. */
  void note(Piece piece) {
    density.add(piece.rows().inside(), piece.advance());
  }

  /** How much there was in the time that was read. */
  Density seen() {
    return density;
  }

  boolean hasCut() {
    return hasCut;
  }

  /** How a scan may be cut at the moment. */
  enum Cutting {
    /** The service ignores ranges, or nobody knows yet and it is being tried. */
    NO,
    /** Nobody knows whether the service keeps to ranges: one cut will tell. */
    TRY,
    /** There is one reader: only what must wait to be sorted is worth cutting. */
    TO_SORT,
    YES
  }

  /**
   * The piece of which a page is to be read next, cut to size.
   *
   * @param idle how many readers have nothing to do, with the one that asks
   * @param firstOnly whether nothing but what is wanted next may be read
   */
  Optional<Piece> next(int idle, Cutting cutting, boolean firstOnly) {
    for (int at = 0; at < all.size(); at++) {
      var piece = all.get(at);
      if (!piece.isAsking() && !piece.isOver()) {
        trim(at, idle, cutting);
        if (all.get(at) != piece) {
          trim(at, idle, cutting);
        }
        return Optional.of(all.get(at));
      }
      if (firstOnly && inSequence) {
        return Optional.empty();
      }
    }
    return firstOnly ? Optional.empty() : share(idle, cutting);
  }

  /** Gives away what is too much for one reader. */
  private void trim(int at, int idle, Cutting cutting) {
    var piece = all.get(at);
    var slice = piece.slice();
    if (slice.isEmpty() || cutting == Cutting.NO || cutting == Cutting.TRY) {
      return;
    }
    if (piece.isFresh()) {
      if (cutting == Cutting.YES || (isOrdered && piece.isCut())) {
        double pages = Math.max(smallest(), Math.rint(Math.min(largest(), freshPages() / idle)));
        cut(at, slice.get().front(density.width(pages - LESS, pageSize), wanted));
      }
    } else if (slice.get().pagesLeft(pageSize) > 2 * largest()
        && (cutting == Cutting.YES || mustBeSorted(piece))) {
      cut(at, slice.get().ahead(largest() - LESS, pageSize));
    }
  }

  private boolean mustBeSorted(Piece piece) {
    var direction = piece.slice().flatMap(Slice::direction);
    return isOrdered && direction.filter(way -> way != wanted).isPresent();
  }

  private double freshPages() {
    double width =
        all.stream()
            .filter(Piece::isFresh)
            .flatMap(piece -> piece.slice().stream())
            .mapToDouble(Slice::width)
            .sum();
    return density.pages(width, pageSize);
  }

  private double smallest() {
    return isOrdered ? SMALLEST_IN_ORDER : SMALLEST;
  }

  /** The first slices are small, so that those that follow wait shortly. */
  private double largest() {
    return isOrdered
        ? Math.max(SMALLEST_IN_ORDER, Math.min(LARGEST_IN_ORDER, pagesConsumed / GROWTH))
        : LARGEST;
  }

  /** A share of what the piece with most left still has to read. */
  private Optional<Piece> share(int idle, Cutting cutting) {
    int largest = -1;
    double most = SMALLEST;
    for (int at = 0; at < all.size(); at++) {
      double left = left(all.get(at));
      if (left >= most) {
        largest = at;
        most = left;
      }
    }
    if (largest < 0 || cutting == Cutting.NO || cutting == Cutting.TO_SORT) {
      return Optional.empty();
    }
    double kept = Math.max(SMALLEST, Math.min(largest(), most / (idle + 1)));
    var slice = all.get(largest).slice().orElseThrow();
    int rest = cut(largest, kept > most / 2 ? slice.half() : slice.ahead(kept - LESS, pageSize));
    if (rest < 0) {
      return Optional.empty();
    }
    trim(rest, idle, cutting);
    return Optional.of(all.get(rest));
  }

  private double left(Piece piece) {
    return piece.hasEnded() ? 0 : piece.slice().map(slice -> slice.pagesLeft(pageSize)).orElse(0.0);
  }

  /** Cuts a piece, and tells where in the order the rest is; -1 if it cannot be cut there. */
  private int cut(int at, OptionalLong place) {
    if (place.isEmpty()) {
      return -1;
    }
    var piece = all.get(at);
    var slice = piece.slice().orElseThrow();
    boolean isBefore = slice.keepsEarlier(wanted) != (wanted == Direction.ASCENDING);
    var rest = piece.cutOff(slice.cut(place.getAsLong(), wanted), buffers.get());
    hasCut = true;
    int where = isBefore ? at : at + 1;
    if (where == 0) {
      setAside += piece.buffer().heldRows();
    }
    all.add(where, rest);
    return where;
  }
}
