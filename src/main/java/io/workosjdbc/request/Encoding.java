package io.workosjdbc.request;

import com.google.common.base.CharMatcher;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Percent-encoding of values in a request's path and query (RFC 3986). */
final class Encoding {

  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  /** Written as they are: unreserved characters, and the colon, which times are full of. */
  private static final CharMatcher PLAIN =
      CharMatcher.inRange('A', 'Z')
          .or(CharMatcher.inRange('a', 'z'))
          .or(CharMatcher.inRange('0', '9'))
          .or(CharMatcher.anyOf("-._~:"))
          .precomputed();

  /** No identifier or name of the API is that long; encoded, each may be nine times as long. */
  private static final int LONGEST = 800;

  private Encoding() {}

  static String encode(String value) {
    if (PLAIN.matchesAllOf(value)) {
      return value;
    }
    var encoded = new StringBuilder();
    for (byte b : value.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      if (PLAIN.matches(c)) {
        encoded.append(c);
      } else {
        encoded.append('%').append(HEX.toHexDigits(b));
      }
    }
    return encoded.toString();
  }

  /**
   * Whether a value can be a segment of a path: an empty one would ask for the list, and dots would
   * leave the folder even when they are encoded.
   */
  static boolean fitsPath(String value) {
    return fits(value) && !value.isEmpty() && !value.equals(".") && !value.equals("..");
  }

  /**
   * Whether a value can be a part of a request at all: not longer than servers take a URL to be,
   * and no half of a character, which would arrive as a question mark.
   */
  static boolean fits(String value) {
    return value.length() <= LONGEST && StandardCharsets.UTF_8.newEncoder().canEncode(value);
  }
}
