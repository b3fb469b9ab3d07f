package io.workosjdbc.driver;

import java.util.Optional;
import java.util.function.Function;

/**
 * What is known of the keys of a source.
 *
 * @param noun what one is called
 * @param missing what to say when there is none
 * @param problem what is wrong with the looks of a key, without the key in it
 * @param scheme the word before the key in header {@code Authorization}
 */
record KeyRule(
    String noun,
    String missing,
    Function<String, Optional<String>> problem,
    Function<String, String> scheme) {

  static boolean isVisibleAscii(String key) {
    return key.chars().allMatch(c -> c > ' ' && c < 127);
  }
}
