package io.workosjdbc.cache.event;

import java.nio.charset.StandardCharsets;

/**
 * Reads what a {@link ByteSink} wrote. Reading past the end throws {@link
 * ArrayIndexOutOfBoundsException}.
 */
final class ByteSource {

  private final byte[] bytes;
  private int at;

  ByteSource(byte[] bytes) {
    this(bytes, 0);
  }

  ByteSource(byte[] bytes, int at) {
    this.bytes = bytes;
    this.at = at;
  }

  int at() {
    return at;
  }

  byte[] bytes() {
    return bytes;
  }

  int getByte() {
    return bytes[at++] & 0xff;
  }

  int getInt() {
    return getByte() << 24 | getByte() << 16 | getByte() << 8 | getByte();
  }

  long getLong() {
    return (long) getInt() << 32 | (getInt() & 0xffffffffL);
  }

  long getVarint() {
    long value = 0;
    int shift = 0;
    int next = bytes[at++];
    while (next < 0) {
      value |= (next & 0x7fL) << shift;
      shift += 7;
      next = bytes[at++];
    }
    return value | (long) next << shift;
  }

  /** A varint that counts something. */
  int getCount() {
    return Math.toIntExact(getVarint());
  }

  String getText() {
    int length = getCount();
    var text = new String(bytes, at, length, StandardCharsets.UTF_8);
    at += length;
    return text;
  }

  void skip(int count) {
    at += count;
  }
}
