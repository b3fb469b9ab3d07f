package io.workosjdbc.driver;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value of a JSON file, and the line on which it begins. */
sealed interface Json {

  /** Counted from 1. */
  int line();

  /** An object, its members in the order of the file. */
  record Members(int line, Map<String, Json> members) implements Json {
    public Members {
      members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    Members without(String name) {
      var others = new LinkedHashMap<>(members);
      others.remove(name);
      return new Members(line, others);
    }
  }

  /** An array. */
  record Elements(int line, List<Json> elements) implements Json {
    public Elements {
      elements = List.copyOf(elements);
    }
  }

  /** A string, a number, {@code true}, {@code false} or {@code null}, as text. */
  record Text(int line, String text) implements Json {
    /** Without the text, which may be a key. */
    @Override
    public String toString() {
      return "Text[line=" + line + "]";
    }
  }
}
