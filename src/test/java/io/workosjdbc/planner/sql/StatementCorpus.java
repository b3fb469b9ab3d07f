package io.workosjdbc.planner.sql;

import com.google.common.base.Splitter;
import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The statements of {@code bi/statements.sql}, whose head explains the format. */
final class StatementCorpus {

  private static final Pattern LINE =
      Pattern.compile("(.*?) */\\*@ id=(\\S+)(?: p=(.*?))? need=(\\S+) \\*/");

  private StatementCorpus() {}

  /** A statement with the values of its parameters. */
  record Statement(String id, String sql, List<Object> parameters) {
    @Override
    public String toString() {
      return id + " " + sql;
    }
  }

  static Stream<Statement> statements() {
    return read().lines().flatMap(line -> statement(line).stream());
  }

  private static String read() {
    try {
      return Resources.toString(Resources.getResource("bi/statements.sql"), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Statement> statement(String line) {
    var matcher = LINE.matcher(line);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    var parameters =
        matcher.group(3) == null
            ? List.<Object>of()
            : Splitter.on(',').splitToStream(matcher.group(3)).map(StatementCorpus::value).toList();
    return Optional.of(
        new Statement(matcher.group(2), matcher.group(1).replace("\\n", "\n"), parameters));
  }

  /** As values that Calcite takes; the driver takes the classes of java.time too. */
  private static Object value(String text) {
    int colon = text.indexOf(':');
    var value = text.substring(colon + 1);
    return switch (text.substring(0, colon)) {
      case "s" -> value;
      case "i" -> Integer.valueOf(value);
      case "b" -> Boolean.valueOf(value);
      case "ld" -> Date.valueOf(LocalDate.parse(value));
      case "ldt" -> Timestamp.from(LocalDateTime.parse(value).toInstant(ZoneOffset.UTC));
      case "odt" -> Timestamp.from(OffsetDateTime.parse(value).toInstant());
      default -> throw new IllegalArgumentException(text);
    };
  }
}
