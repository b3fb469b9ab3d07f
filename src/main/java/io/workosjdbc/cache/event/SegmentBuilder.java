package io.workosjdbc.cache.event;

import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Makes the content of a segment's file.
 *
 * <pre>
 * file   = magic version:int header body footer [length of the footer:int] [its checksum:int] magic
 * header = [length:int] [checksum:int] kind from:long to:long askedAt:long
 * body   = the blocks of all columns of the first chunk, of the second, ...
 * footer = chunks { rows oldest:long youngest:long, for each column { length checksum:int } }
 * </pre>
 *
 * Numbers without a type are varints, checksums are CRC-32C. Rows are sorted by time; a chunk has
 * {@value #CHUNK_ROWS} rows, the last one fewer.
 */
final class SegmentBuilder {

  static final byte[] MAGIC = {'W', 'J', 'E', 'V', 'E', 'N', 'T', 'S'};
  static final int VERSION = 1;
  static final int CHUNK_ROWS = 8192;

  /** How many rows a file should have at most: a reader holds what it needs of a file at once. */
  static final int FULL_ROWS = 8 * CHUNK_ROWS;

  private final Kind kind;
  private final int time;
  private final @Nullable Object[][] chunk;
  private final ByteSink body = new ByteSink();
  private final ByteSink index = new ByteSink();
  private int chunkRows;
  private int chunks;
  private long rows;

  SegmentBuilder(Kind kind) {
    this.kind = kind;
    this.time = kind.index(kind.time());
    this.chunk = new @Nullable Object[kind.columns().size()][CHUNK_ROWS];
  }

  /** Adds a row with the columns of the kind. */
  void add(@Nullable Object[] row) {
    for (int column = 0; column < chunk.length; column++) {
      chunk[column][chunkRows] = row[column];
    }
    rows++;
    if (++chunkRows == CHUNK_ROWS) {
      flush();
    }
  }

  long rows() {
    return rows;
  }

  private void flush() {
    if (chunkRows == 0) {
      return;
    }
    index.putVarint(chunkRows);
    index.putLong(time(0)).putLong(time(chunkRows - 1));
    for (int column = 0; column < chunk.length; column++) {
      var block = BlockWriter.write(chunk[column], chunkRows, kind.columns().get(column).type());
      index.putVarint(block.length).putInt(checksum(block, 0, block.length));
      body.putBytes(block);
    }
    chunks++;
    chunkRows = 0;
  }

  private long time(int row) {
    return chunk[time][row] instanceof Long millis ? millis : 0;
  }

  /** The finished file; no rows can be added any more. */
  Segment finish(Span span, long askedAt) {
    flush();
    var name = SegmentName.create(span, askedAt, rows, kind.digest());
    var header = new ByteSink();
    kind.encode(header);
    header.putLong(span.from()).putLong(span.to()).putLong(askedAt);
    var file = new ByteSink().putBytes(MAGIC).putInt(VERSION);
    var footer = new ByteSink().putVarint(chunks).putAll(index);
    file.putInt(header.size()).putInt(checksum(header)).putAll(header).putAll(body).putAll(footer);
    file.putInt(footer.size()).putInt(checksum(footer)).putBytes(MAGIC);
    return new Segment(name, file.toByteArray());
  }

  private static int checksum(ByteSink sink) {
    return checksum(sink.toByteArray(), 0, sink.size());
  }

  static int checksum(byte[] bytes, int from, int length) {
    var crc = new CRC32C();
    crc.update(bytes, from, length);
    return (int) crc.getValue();
  }

  /** A file to be. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  record Segment(SegmentName name, byte[] content) {}
}
