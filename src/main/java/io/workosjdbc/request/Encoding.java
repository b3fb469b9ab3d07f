package io.workosjdbc.request;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Percent-encoding of values in a request's path and query (RFC 3986). */
final class Encoding {

  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  /** Written as they are: unreserved characters, and the colon, which times are full of. */
  private static final String PLAIN = "-._~:";

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
    return !value.isEmpty() && !value.equals(".") && !value.equals("..");
  }
}
