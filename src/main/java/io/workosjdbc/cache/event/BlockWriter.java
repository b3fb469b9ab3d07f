package io.workosjdbc.cache.event;

import io.workosjdbc.resource.ColumnType;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;

/**
 * Writes one column of one chunk. A block is a byte that says how it is laid out, the length of
 * what follows before compression as a varint, and that, compressed if this makes it shorter.
 *
 * <ul>
 *   <li>dictionary: the different values, then for each row a code of one byte, or the low bytes of
 *       all codes and after them the high bytes; no codes for one value
 *   <li>plain: the lengths of all texts, then the texts
 *   <li>longs: how many rows are NULL and which, then of each other number the difference to the
 *       one before, zigzag
 * </ul>
 *
 * Numbers are varints. A length is one larger than it is; 0 is NULL.
 */
final class BlockWriter {

  static final int DICTIONARY = 0;
  static final int PLAIN = 1;
  static final int LONGS = 2;

  /** Flags beside the layout. */
  static final int DEFLATED = 0x10;

  static final int WIDE = 0x20;

  /** After so many rows it is clear whether a dictionary makes sense. */
  private static final int SAMPLE_ROWS = 2048;

  private BlockWriter() {}

  static byte[] write(@Nullable Object[] values, int rows, ColumnType type) {
    var sink = new ByteSink();
    if (type == ColumnType.INTEGER || type == ColumnType.TIMESTAMP) {
      longs(values, rows, sink);
      return pack(LONGS, sink);
    }
    int wide = isWide(values, rows) ? WIDE : 0;
    var codes = codes(values, rows);
    if (codes.isPresent()) {
      dictionary(codes.get(), values, rows, wide != 0, sink);
      return pack(DICTIONARY | wide, sink);
    }
    texts(values, rows, wide != 0, sink);
    return pack(PLAIN | wide, sink);
  }

  private static boolean isWide(@Nullable Object[] values, int rows) {
    for (int row = 0; row < rows; row++) {
      if (values[row] instanceof String text && !Texts.isWellFormed(text)) {
        return true;
      }
    }
    return false;
  }

  private static void longs(@Nullable Object[] values, int rows, ByteSink sink) {
    var nulls = new ByteSink();
    var numbers = new ByteSink();
    int count = 0;
    long previous = 0;
    for (int row = 0; row < rows; row++) {
      if (values[row] instanceof Long value) {
        long difference = value - previous;
        numbers.putVarint(difference << 1 ^ difference >> 63);
        previous = value;
      } else {
        nulls.putVarint(row);
        count++;
      }
    }
    sink.putVarint(count).putAll(nulls).putAll(numbers);
  }

  /** The place of each value in a dictionary; empty if that would have too many values. */
  private static Optional<Map<@Nullable Object, Integer>> codes(
      @Nullable Object[] values, int rows) {
    var codes = new HashMap<@Nullable Object, Integer>();
    for (int row = 0; row < rows; row++) {
      codes.putIfAbsent(values[row], codes.size());
      if (row == SAMPLE_ROWS && codes.size() > SAMPLE_ROWS * 15 / 16) {
        return Optional.empty();
      }
    }
    return codes.size() == 1 || codes.size() <= rows / 2 ? Optional.of(codes) : Optional.empty();
  }

  private static void dictionary(
      Map<@Nullable Object, Integer> codes,
      @Nullable Object[] values,
      int rows,
      boolean isWide,
      ByteSink sink) {
    var distinct = new @Nullable Object[codes.size()];
    codes.forEach((value, code) -> distinct[code] = value);
    sink.putVarint(distinct.length);
    texts(distinct, distinct.length, isWide, sink);
    if (distinct.length == 1) {
      return;
    }
    var high = new ByteSink();
    for (int row = 0; row < rows; row++) {
      Integer code = codes.get(values[row]);
      sink.putByte(code == null ? 0 : code);
      high.putByte(code == null ? 0 : code >>> 8);
    }
    if (distinct.length > 256) {
      sink.putAll(high);
    }
  }

  private static void texts(@Nullable Object[] values, int rows, boolean isWide, ByteSink sink) {
    var texts = new ByteSink();
    for (int row = 0; row < rows; row++) {
      var value = values[row];
      if (value == null) {
        sink.putVarint(0);
      } else {
        var bytes = Texts.encode(value.toString(), isWide);
        sink.putVarint(bytes.length + 1L);
        texts.putBytes(bytes);
      }
    }
    sink.putAll(texts);
  }

  private static byte[] pack(int layout, ByteSink content) {
    var plain = content.toByteArray();
    var packed = new byte[plain.length];
    // The checksum of the zlib format would be a second one: it is left out.
    var deflater = new Deflater(Deflater.BEST_SPEED, true);
    int length;
    try {
      deflater.setInput(plain);
      deflater.finish();
      length = deflater.deflate(packed);
      length = deflater.finished() ? length : plain.length;
    } finally {
      deflater.end();
    }
    boolean isShorter = length < plain.length;
    return new ByteSink()
        .putByte(layout | (isShorter ? DEFLATED : 0))
        .putVarint(plain.length)
        .putBytes(isShorter ? packed : plain, length)
        .toByteArray();
  }
}
