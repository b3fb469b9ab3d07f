package io.workosjdbc.cache.event;

import java.util.Arrays;

/** Bytes that grow at their end. Numbers are big-endian. */
final class ByteSink {

  private byte[] bytes = new byte[256];
  private int size;

  int size() {
    return size;
  }

  ByteSink putByte(int value) {
    room(1);
    bytes[size++] = (byte) value;
    return this;
  }

  ByteSink putInt(int value) {
    return putByte(value >>> 24).putByte(value >>> 16).putByte(value >>> 8).putByte(value);
  }

  ByteSink putLong(long value) {
    return putInt((int) (value >>> 32)).putInt((int) value);
  }

  /** An unsigned number, seven bits to a byte, the lowest first. */
  ByteSink putVarint(long value) {
    long left = value;
    while ((left & ~0x7fL) != 0) {
      putByte((int) left | 0x80);
      left >>>= 7;
    }
    return putByte((int) left);
  }

  /** A short text, its length before it. */
  ByteSink putText(String text) {
    var encoded = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    return putVarint(encoded.length).putBytes(encoded);
  }

  ByteSink putBytes(byte[] more) {
    return putBytes(more, more.length);
  }

  ByteSink putBytes(byte[] more, int length) {
    room(length);
    System.arraycopy(more, 0, bytes, size, length);
    size += length;
    return this;
  }

  ByteSink putAll(ByteSink other) {
    return putBytes(other.bytes, other.size);
  }

  byte[] toByteArray() {
    return Arrays.copyOf(bytes, size);
  }

  private void room(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, Math.addExact(size, more)));
    }
  }
}
