package io.workosjdbc.request;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Percent-encoding of values in a request's path and query (RFC 3986). */
final class Encoding {

  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  /** Written as they are: unreserved characters, and the colon, which times are full of. */
  private static final String PLAIN = "-._~:";

  /** No identifier or name of the API is that long; encoded, each may be nine times as long. */
  private static final int LONGEST = 800;

  private Encoding() {}

  static String encode(String value) {
    var encoded = new StringBuilder();
    for (byte b : value.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean letterOrDigit = c < 0x80 && Character.isLetterOrDigit(c);
      if (letterOrDigit || PLAIN.indexOf(c) >= 0) {
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
