package io.workosjdbc.cache.event;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What header and footer of a segment say, compared with its checksums and its name. */
record SegmentMeta(Kind kind, List<Chunk> chunks) {

  private static final int FIXED_HEAD = SegmentBuilder.MAGIC.length + 12;
  private static final int FIXED_TAIL = SegmentBuilder.MAGIC.length + 8;

  /** Usually more than header and footer need. */
  private static final int GUESS_BYTES = 4096;

  /**
   * A chunk of rows.
   *
   * @param at where its first block begins in the file
   */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  record Chunk(int rows, long oldest, long youngest, long at, int[] lengths, int[] checksums) {

    long end() {
      return at + Arrays.stream(lengths).asLongStream().sum();
    }
  }

  SegmentMeta {
    chunks = List.copyOf(chunks);
  }

  /**
   * @throws DamagedSegment if this is not the segment that the name promises
   * @throws UnknownVersion if another version of this library must be asked
   */
  static SegmentMeta read(SegmentName name, SegmentSource file) throws IOException {
    try {
      return new Reading(name, file).run();
    } catch (ArithmeticException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new DamagedSegment("header or footer cannot be read", e);
    }
  }

  private record Reading(SegmentName name, SegmentSource file) {

    SegmentMeta run() throws IOException {
      long size = file.size();
      var head = new Part(0, file.read(0, (int) Math.min(size, GUESS_BYTES)));
      var start = new ByteSource(head.bytes);
      checkMagic(head.bytes, 0);
      start.skip(SegmentBuilder.MAGIC.length);
      int version = start.getInt();
      if (version != SegmentBuilder.VERSION) {
        throw new UnknownVersion(version);
      }
      int length = start.getInt();
      var header = checked(head, FIXED_HEAD, length, start.getInt());
      var kind = Kind.decode(header);
      checkName(kind, header);
      return new SegmentMeta(kind, chunks(size, (long) FIXED_HEAD + length, kind));
    }

    private void checkName(Kind kind, ByteSource header) throws DamagedSegment {
      var span = new Span(header.getLong(), header.getLong());
      if (!span.equals(name.span())
          || header.getLong() != name.askedAt()
          || kind.digest() != name.kind()) {
        throw new DamagedSegment("its name and its header disagree");
      }
    }

    private List<Chunk> chunks(long size, long bodyStart, Kind kind) throws IOException {
      int tailSize = (int) Math.min(size, GUESS_BYTES);
      var tail = new Part(size - tailSize, file.read(size - tailSize, tailSize));
      var end = new ByteSource(tail.bytes, tailSize - FIXED_TAIL);
      int length = end.getInt();
      int checksum = end.getInt();
      checkMagic(tail.bytes, end.at());
      long footerStart = size - FIXED_TAIL - length;
      var footer = checked(tail, footerStart, length, checksum);
      var chunks = new ArrayList<Chunk>();
      long at = bodyStart;
      long rows = 0;
      for (int left = footer.getCount(); left > 0; left--) {
        var chunk = chunk(footer, at, kind.columns().size());
        chunks.add(chunk);
        at = chunk.end();
        rows += chunk.rows;
      }
      if (at != footerStart || rows != name.rows()) {
        throw new DamagedSegment("its footer does not fit");
      }
      return chunks;
    }

    private static Chunk chunk(ByteSource footer, long at, int columns) {
      int rows = footer.getCount();
      long oldest = footer.getLong();
      long youngest = footer.getLong();
      var lengths = new int[columns];
      var checksums = new int[columns];
      for (int column = 0; column < columns; column++) {
        lengths[column] = footer.getCount();
        checksums[column] = footer.getInt();
      }
      return new Chunk(rows, oldest, youngest, at, lengths, checksums);
    }

    /** A stretch of the file, taken from a part that was read already if it lies in there. */
    private ByteSource checked(Part part, long at, int length, int checksum) throws IOException {
      if (length < 0 || at < 0 || at + length > file.size()) {
        throw new DamagedSegment("it is truncated");
      }
      boolean isHere = at >= part.at && at + length <= part.at + part.bytes.length;
      var bytes = isHere ? part.bytes : file.read(at, length);
      int from = isHere ? (int) (at - part.at) : 0;
      if (SegmentBuilder.checksum(bytes, from, length) != checksum) {
        throw new DamagedSegment("wrong checksum of header or footer");
      }
      return new ByteSource(Arrays.copyOfRange(bytes, from, from + length));
    }

    private static void checkMagic(byte[] bytes, int at) throws DamagedSegment {
      var magic = SegmentBuilder.MAGIC;
      if (!Arrays.equals(bytes, at, at + magic.length, magic, 0, magic.length)) {
        throw new DamagedSegment("it does not begin and end as segments do");
      }
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  private record Part(long at, byte[] bytes) {}
}
