package io.workosjdbc.driver;

import java.util.regex.Pattern;

/** A value that must appear in no message, log, plan or URL. It prints as stars. */
record Secret(String value) {
  private static final Pattern KEY = Pattern.compile("\\bsk_[A-Za-z0-9_-]+");

  /** A text without what looks like a key: some end up where a file or a schema was meant. */
  static String hidden(String text) {
    return KEY.matcher(text).replaceAll("sk_***");
  }

  @Override
  public String toString() {
    return "***";
  }
}
