package io.workosjdbc.cache.event;

import java.util.regex.Pattern;

/** Where the segments of a table of an environment lie. */
record Folder(String namespace, String table) {

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_-]{1,100}");

  Folder {
    if (!isPlain(namespace) || !isPlain(table)) {
      throw new IllegalArgumentException("No name for a folder: " + namespace + "/" + table);
    }
  }

  static boolean isPlain(String name) {
    return PLAIN.matcher(name).matches();
  }
}
