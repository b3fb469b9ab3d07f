package io.workosjdbc.driver;

import io.workosjdbc.http.BaseUrl;
import java.net.URI;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * How the text of a property becomes a value.
 *
 * @param expected what a right text looks like, to follow "expected"
 * @param choices the only right texts, or none if there are too many to list
 * @param reader makes the value; fails with an IllegalArgumentException or DateTimeException
 */
record PropertyType(String expected, List<String> choices, Function<String, Object> reader) {
  PropertyType {
    choices = List.copyOf(choices);
  }

  /** The value of a text, or nothing if the text is malformed. */
  Optional<Object> read(String text) {
    try {
      return Optional.of(reader.apply(text));
    } catch (IllegalArgumentException | DateTimeException | ArithmeticException malformed) {
      return Optional.empty();
    }
  }

  static PropertyType text() {
    return new PropertyType("a text that is not empty", List.of(), PropertyType::notBlank);
  }

  static PropertyType secret() {
    return new PropertyType(
        "a text that is not empty", List.of(), text -> new Secret(notBlank(text)));
  }

  static PropertyType file() {
    return new PropertyType("a path", List.of(), text -> Path.of(notBlank(text)));
  }

  static PropertyType flag() {
    return new PropertyType(
        "true or false",
        List.of("true", "false"),
        text ->
            switch (text.toLowerCase(Locale.ROOT)) {
              case "true", "on", "yes" -> true;
              case "false", "off", "no" -> false;
              default -> throw new IllegalArgumentException("not a flag");
            });
  }

  /** One of the constants of an enum, written in lower case. */
  static PropertyType choice(Class<? extends Enum<?>> type) {
    List<String> names =
        Arrays.stream(type.getEnumConstants()).map(c -> c.name().toLowerCase(Locale.ROOT)).toList();
    return new PropertyType(
        "one of " + String.join(", ", names),
        names,
        text -> {
          int index = names.indexOf(text.toLowerCase(Locale.ROOT));
          return check(index >= 0, () -> type.getEnumConstants()[index]);
        });
  }

  static PropertyType count(int least, int most) {
    return new PropertyType(
        "a whole number from " + least + " to " + most,
        List.of(),
        text -> {
          int value = Integer.parseInt(text);
          return check(value >= least && value <= most, () -> value);
        });
  }

  /** A size: a number of bytes, or of KB, MB, GB or TB (1024 of the smaller unit). */
  static PropertyType bytes(long least, long most) {
    return new PropertyType(
        "a size such as 500MB, 2GB or 1073741824, from " + least + " to " + most + " bytes",
        List.of(),
        text -> {
          long value = Sizes.parse(text);
          return check(value >= least && value <= most, () -> value);
        });
  }

  static PropertyType duration(Duration least, Duration most) {
    return new PropertyType(
        "a duration such as 500ms, 30s, 5m, 2h, 90d or PT30S, from "
            + Durations.format(least)
            + " to "
            + Durations.format(most),
        List.of(),
        text -> {
          Duration value = Durations.parse(text);
          return check(value.compareTo(least) >= 0 && value.compareTo(most) <= 0, () -> value);
        });
  }

  static PropertyType baseUrl() {
    return new PropertyType(
        "https://host[:port][/path] (plain http only to a loopback host), without user, query or"
            + " fragment",
        List.of(),
        text -> {
          BaseUrl.check(URI.create(text));
          return URI.create(text.replaceAll("/+$", ""));
        });
  }

  /** A host alone is meant with https. */
  static PropertyType domain() {
    var url = baseUrl();
    return new PropertyType(
        "a host such as acme.okta.com, or " + url.expected(),
        List.of(),
        text -> url.reader().apply(text.contains("://") ? text : "https://" + text));
  }

  static PropertyType proxy() {
    return new PropertyType(
        "http://[user:password@]host:port or socks5://[user:password@]host:port",
        List.of(),
        ProxyTexts::parse);
  }

  private static String notBlank(String text) {
    return check(!text.isBlank(), () -> text);
  }

  private static <T> T check(boolean right, Supplier<T> value) {
    if (!right) {
      throw new IllegalArgumentException("out of range");
    }
    return value.get();
  }
}
