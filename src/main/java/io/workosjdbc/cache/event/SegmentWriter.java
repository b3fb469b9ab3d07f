package io.workosjdbc.cache.event;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Writes rows into one file after the other, so that none becomes too large. */
final class SegmentWriter {

  private final Shelf shelf;
  private final Kind kind;
  private final int time;
  private final long askedAt;

  private SegmentBuilder builder;
  private long from;
  private long last;
  private long bytes;

  /**
   * @param from where the interval of the rows begins
   */
  SegmentWriter(Shelf shelf, Kind kind, long askedAt, long from) {
    this.shelf = shelf;
    this.kind = kind;
    this.time = kind.index(kind.time());
    this.askedAt = askedAt;
    this.from = from;
    this.builder = new SegmentBuilder(kind);
  }

  /** Adds a row of the kind, no older than the one before. */
  void add(@Nullable Object[] row) throws IOException {
    long at = time(row, time);
    if (builder.rows() >= SegmentBuilder.FULL_ROWS && at > last) {
      flush(at);
    }
    builder.add(row);
    last = at;
  }

  static long time(@Nullable Object[] row, int column) {
    if (row[column] instanceof Long millis) {
      return millis;
    }
    throw new IllegalArgumentException("An event without a time");
  }

  /** Writes what is left; the rows are all that there are before this moment. */
  void finish(long to) throws IOException {
    flush(to);
  }

  private void flush(long to) throws IOException {
    var segment = builder.finish(new Span(from, to), askedAt);
    shelf.storage().write(shelf.folder(kind.table()), segment.name().fileName(), segment.content());
    bytes += segment.content().length;
    from = to;
    builder = new SegmentBuilder(kind);
  }

  /** Up to where files have been written. */
  long writtenTo() {
    return from;
  }

  long bytes() {
    return bytes;
  }
}
