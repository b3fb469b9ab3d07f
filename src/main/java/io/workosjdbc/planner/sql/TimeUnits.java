package io.workosjdbc.planner.sql;

import com.google.common.collect.ImmutableMap;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.calcite.avatica.util.TimeUnit;
import org.apache.calcite.sql.SqlIntervalQualifier;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlTypeName;

/** Units of time by the names that databases have for them. */
final class TimeUnits {

  private static final Map<String, TimeUnit> SHORT =
      ImmutableMap.<String, TimeUnit>builder()
          .put("YR", TimeUnit.YEAR)
          .put("YY", TimeUnit.YEAR)
          .put("YYYY", TimeUnit.YEAR)
          .put("Q", TimeUnit.QUARTER)
          .put("QQ", TimeUnit.QUARTER)
          .put("QTR", TimeUnit.QUARTER)
          .put("MON", TimeUnit.MONTH)
          .put("MM", TimeUnit.MONTH)
          .put("WK", TimeUnit.WEEK)
          .put("WW", TimeUnit.WEEK)
          .put("D", TimeUnit.DAY)
          .put("DD", TimeUnit.DAY)
          .put("H", TimeUnit.HOUR)
          .put("HH", TimeUnit.HOUR)
          .put("HR", TimeUnit.HOUR)
          .put("MI", TimeUnit.MINUTE)
          .put("MIN", TimeUnit.MINUTE)
          .put("S", TimeUnit.SECOND)
          .put("SS", TimeUnit.SECOND)
          .put("SEC", TimeUnit.SECOND)
          .put("MS", TimeUnit.MILLISECOND)
          .put("MSEC", TimeUnit.MILLISECOND)
          .put("US", TimeUnit.MICROSECOND)
          .put("USEC", TimeUnit.MICROSECOND)
          .put("CENTURIES", TimeUnit.CENTURY)
          .put("MILLENNIA", TimeUnit.MILLENNIUM)
          .buildOrThrow();

  private TimeUnits() {}

  /** The unit of a name in any case, singular, plural or short. */
  static Optional<TimeUnit> ofText(String text) {
    String name = text.strip().toUpperCase(Locale.ROOT);
    return byName(name)
        .or(() -> name.endsWith("S") ? byName(name.substring(0, name.length() - 1)) : none());
  }

  private static Optional<TimeUnit> none() {
    return Optional.empty();
  }

  private static Optional<TimeUnit> byName(String name) {
    return Optional.ofNullable(SHORT.get(name))
        .or(
            () ->
                Arrays.stream(TimeUnit.values())
                    .filter(unit -> unit.name().equals(name))
                    .findAny());
  }

  /** The unit that a text literal, a keyword or a bare name says. */
  static Optional<TimeUnit> of(SqlNode node) {
    return text(node).flatMap(TimeUnits::ofText);
  }

  /** The words that a text literal, a keyword or a bare name says, in upper case. */
  static Optional<String> text(SqlNode node) {
    if (node instanceof SqlIntervalQualifier unit) {
      return Optional.of(unit.timeFrameName != null ? unit.timeFrameName : unit.getUnit().name());
    }
    if (node instanceof SqlLiteral literal && literal.getTypeName() == SqlTypeName.CHAR) {
      return Optional.of(literal.getValueAs(String.class));
    }
    return SqlTree.name(node);
  }

  static SqlIntervalQualifier qualifier(TimeUnit unit, SqlParserPos position) {
    return new SqlIntervalQualifier(unit, null, position);
  }
}
