package io.workosjdbc.cache.event;

import java.nio.charset.StandardCharsets;

/**
 * How texts are written: UTF-8, or two bytes for each {@code char} in a block that has a text which
 * UTF-8 cannot write, that is one with half a surrogate pair.
 */
final class Texts {

  private Texts() {}

  /** Whether UTF-8 can write it. */
  static boolean isWellFormed(String text) {
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (Character.isSurrogate(c)) {
        if (Character.isLowSurrogate(c)
            || at + 1 == text.length()
            || !Character.isLowSurrogate(text.charAt(at + 1))) {
          return false;
        }
        at++;
      }
    }
    return true;
  }

  static byte[] encode(String text, boolean isWide) {
    if (!isWide) {
      return text.getBytes(StandardCharsets.UTF_8);
    }
    var bytes = new byte[text.length() * 2];
    for (int at = 0; at < text.length(); at++) {
      bytes[2 * at] = (byte) (text.charAt(at) >>> 8);
      bytes[2 * at + 1] = (byte) text.charAt(at);
    }
    return bytes;
  }

  static String decode(byte[] bytes, int from, int length, boolean isWide) {
    if (!isWide) {
      return new String(bytes, from, length, StandardCharsets.UTF_8);
    }
    var chars = new char[length / 2];
    for (int at = 0; at < chars.length; at++) {
      chars[at] = (char) (bytes[from + 2 * at] << 8 | (bytes[from + 2 * at + 1] & 0xff));
    }
    return new String(chars);
  }
}
