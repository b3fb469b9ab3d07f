package io.workosjdbc.http;

import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Takes this client's key, and whatever looks like a WorkOS key, out of text that is shown. */
record Redaction(Supplier<String> apiKey) {

  /** Looks for the letters before it looks at what is before them: that is quicker. */
  private static final Pattern SECRET_KEY = Pattern.compile("sk_(?<=\\bsk_)[A-Za-z0-9_-]+");

  private static final String MASK = "***";

  String mask(String text) {
    String key = apiKey.get();
    String masked = key.isEmpty() ? text : text.replace(key, MASK);
    return masked.contains("sk_") ? SECRET_KEY.matcher(masked).replaceAll("sk_" + MASK) : masked;
  }

  /** Masked first, so that shortening cannot leave a part of a key. */
  String line(String text) {
    return CleanText.line(mask(text));
  }
}
