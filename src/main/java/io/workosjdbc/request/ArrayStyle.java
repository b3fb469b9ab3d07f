package io.workosjdbc.request;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How a parameter with several values is written. */
public enum ArrayStyle {
  /** {@code events=a,b}, what the specification says. */
  COMMA,
  /** {@code events=a&events=b}. */
  REPEAT,
  /** {@code events[]=a&events[]=b}. */
  BRACKETS;

  /** The style of a lower-case name, such as {@code comma}. */
  public static ArrayStyle named(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }

  String write(String name, List<String> values) {
    var encoded = values.stream().map(Encoding::encode);
    return switch (this) {
      case COMMA -> name + "=" + encoded.collect(Collectors.joining(","));
      case REPEAT -> encoded.map(value -> name + "=" + value).collect(Collectors.joining("&"));
      case BRACKETS -> encoded.map(value -> name + "[]=" + value).collect(Collectors.joining("&"));
    };
  }
}
