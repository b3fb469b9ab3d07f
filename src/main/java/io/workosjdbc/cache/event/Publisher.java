package io.workosjdbc.cache.event;

import com.google.common.collect.Lists;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes segments of an answer. */
final class Publisher {

  private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);

  private final Shelf shelf;
  private final Lifetimes lifetimes;
  private final EventAnswer answer;
  private final Kind kind;
  private final int key;
  private final int time;
  private final Map<Object, @Nullable Object[]> rows = new LinkedHashMap<>();
  private long lateArrivals;

  Publisher(Shelf shelf, Lifetimes lifetimes, EventAnswer answer) {
    this.shelf = shelf;
    this.lifetimes = lifetimes;
    this.answer = answer;
    this.kind = Kind.of(answer.scope(), StoredColumn.storable(answer.columns()));
    this.key = required(answer.scope().resource().key().name());
    this.time = required(kind.time());
  }

  private int required(String column) {
    int index = kind.index(column);
    if (index < 0) {
      throw new IllegalArgumentException("Events are not kept without their " + column);
    }
    return index;
  }

  /** What is to be written. */
  Span span() {
    return lifetimes.certain(Span.whollyIn(answer.window()), answer.askedAt());
  }

  /**
   * Writes the segments.
   *
   * @param writer gets the rows of {@link #span()}
   */
  Published publish(SegmentWriter writer) throws IOException {
    var span = span();
    takeRows(span);
    compareWithEarlier(span);
    markArchive();
    var sorted = sortedRows();
    for (var row : sorted) {
      writer.add(row);
    }
    writer.finish(span.to());
    return new Published(Optional.of(span.window()), sorted.size(), lateArrivals);
  }

  /** Keeps in memory what is too young to be written. */
  void keepTail() {
    var span = lifetimes.uncertain(Span.whollyIn(answer.window()), answer.askedAt());
    if (!span.isEmpty()) {
      rows.clear();
      takeRows(span);
      var builder = new SegmentBuilder(kind);
      sortedRows().forEach(builder::add);
      shelf.tails().keep(kind, builder.finish(span, Span.floor(answer.askedAt())));
    }
  }

  private List<@Nullable Object[]> sortedRows() {
    var sorted = new ArrayList<>(rows.values());
    sorted.sort(Comparator.comparingLong(row -> SegmentWriter.time(row, time)));
    return sorted;
  }

  SegmentWriter writer() {
    return new SegmentWriter(shelf, kind, Span.floor(answer.askedAt()), span().from());
  }

  private void takeRows(Span span) {
    var places = new int[kind.columns().size()];
    for (int index = 0; index < answer.columns().size(); index++) {
      int place = kind.index(answer.columns().get(index).name());
      if (place >= 0) {
        places[place] = index;
      }
    }
    for (var row : oldestFirst(places[time])) {
      if (span.contains(SegmentWriter.time(row, places[time]))) {
        var ordered = new @Nullable Object[places.length];
        for (int column = 0; column < places.length; column++) {
          ordered[column] = row[places[column]];
        }
        rows.putIfAbsent(key(ordered), ordered);
      }
    }
  }

  /** Events of the same millisecond stay in the service's order. */
  private List<@Nullable Object[]> oldestFirst(int column) {
    var given = answer.rows();
    boolean isFalling =
        !given.isEmpty()
            && SegmentWriter.time(given.get(0), column)
                > SegmentWriter.time(given.get(given.size() - 1), column);
    return isFalling ? Lists.reverse(given) : given;
  }

  private Object key(@Nullable Object[] row) {
    var id = row[key];
    if (id == null) {
      throw new IllegalArgumentException("An event without a key");
    }
    return id;
  }

  /**
   * Where an earlier answer is there, what is new arrived late. What the service no longer has, it
   * dropped: events do not change.
   */
  private void compareWithEarlier(Span span) {
    var listing = shelf.listing(kind.table());
    var same = listing.segments().stream().filter(name -> name.kind() == kind.digest()).toList();
    for (var piece : Piece.of(span, same, SegmentName::span)) {
      if (piece.segment().isPresent()) {
        compareWith(piece.span(), piece.segment().get(), listing.folder());
      }
    }
    if (lateArrivals > 0) {
      LOG.info("{} events of {} arrived late", lateArrivals, kind.table());
    }
  }

  private void compareWith(Span span, SegmentName segment, Folder folder) {
    List<@Nullable Object[]> earlier = new ArrayList<>();
    try (var file = shelf.storage().open(folder, segment.fileName())) {
      var stored = Reading.whole(kind).read(span, shelf.meta(segment, file), file);
      stored.rows().forEachRemaining(earlier::add);
    } catch (IOException e) {
      shelf.reject(folder, segment, e);
      return;
    }
    Set<Object> known = new HashSet<>();
    earlier.forEach(row -> known.add(key(row)));
    lateArrivals +=
        rows.entrySet().stream()
            .filter(row -> span.contains(SegmentWriter.time(row.getValue(), time)))
            .filter(row -> !known.contains(row.getKey()))
            .count();
    earlier.forEach(row -> rows.putIfAbsent(key(row), row));
  }

  private void markArchive() throws IOException {
    var listing = shelf.listing(kind.table());
    if (lifetimes.isArchive() && listing.archive().compareTo(lifetimes.history()) < 0) {
      var name = ArchiveMark.fileName(lifetimes.history());
      shelf.storage().write(listing.folder(), name, new byte[0]);
    }
  }
}
