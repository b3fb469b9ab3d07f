package io.workosjdbc.cache.event;

import io.workosjdbc.resource.ColumnType;
import java.util.Arrays;
import java.util.BitSet;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * A block as it lies in a file, see {@link BlockWriter}; its checksum has been compared.
 *
 * @param bytes holds the block and others
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record BlockReader(byte[] bytes, int from, int length, ColumnType type, int rows) {

  Block read() {
    var source = new ByteSource(bytes, from);
    int layout = source.getByte();
    int size = source.getCount();
    var content = new ByteSource(content(source, size, (layout & BlockWriter.DEFLATED) != 0));
    boolean isWide = (layout & BlockWriter.WIDE) != 0;
    return switch (layout & 0xf) {
      case BlockWriter.DICTIONARY -> dictionary(content, isWide);
      case BlockWriter.PLAIN -> texts(content, rows, isWide);
      case BlockWriter.LONGS -> longs(content);
      default -> throw new IllegalStateException("A block of unknown layout " + layout);
    };
  }

  private byte[] content(ByteSource source, int size, boolean isDeflated) {
    if (!isDeflated) {
      return Arrays.copyOfRange(bytes, source.at(), from + length);
    }
    var plain = new byte[size];
    var inflater = new Inflater(true);
    try {
      inflater.setInput(bytes, source.at(), from + length - source.at());
      if (inflater.inflate(plain) != size) {
        throw new IllegalStateException("A block ends early");
      }
      return plain;
    } catch (DataFormatException e) {
      throw new IllegalStateException("A block cannot be decompressed", e);
    } finally {
      inflater.end();
    }
  }

  private Block dictionary(ByteSource source, boolean isWide) {
    int size = source.getCount();
    var texts = texts(source, size, isWide);
    var values = new @Nullable Object[size];
    for (int code = 0; code < size; code++) {
      var text = texts.get(code);
      values[code] =
          text != null && type == ColumnType.BOOLEAN ? (Object) text.equals("true") : text;
    }
    var codes = new short[size == 1 ? 0 : rows];
    int at = texts.starts()[size];
    for (int row = 0; row < codes.length; row++) {
      codes[row] = (short) (source.bytes()[at + row] & 0xff);
    }
    if (size > 256) {
      for (int row = 0; row < rows; row++) {
        codes[row] |= (short) (source.bytes()[at + rows + row] << 8);
      }
    }
    return new Block.Dictionary(values, codes);
  }

  private static Block.Plain texts(ByteSource source, int count, boolean isWide) {
    var lengths = new int[count + 1];
    for (int row = 0; row < count; row++) {
      lengths[row] = source.getCount() - 1;
    }
    int start = source.at();
    for (int row = 0; row < count; row++) {
      int length = lengths[row];
      lengths[row] = length < 0 ? ~start : start;
      start += Math.max(0, length);
    }
    lengths[count] = start;
    return new Block.Plain(source.bytes(), lengths, isWide);
  }

  private Block longs(ByteSource source) {
    var nulls = new BitSet();
    for (int left = source.getCount(); left > 0; left--) {
      nulls.set(source.getCount());
    }
    var values = new long[rows];
    long previous = 0;
    for (int row = 0; row < rows; row++) {
      if (!nulls.get(row)) {
        long zigzag = source.getVarint();
        previous += zigzag >>> 1 ^ -(zigzag & 1);
        values[row] = previous;
      }
    }
    return new Block.Longs(values, nulls);
  }
}
