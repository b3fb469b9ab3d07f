package io.workosjdbc.planner.sql;

import java.time.LocalDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlDataTypeSpec;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlUnknownLiteral;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.util.TimestampString;

/** Texts that are said to be times: in literals and casts. */
final class TimeTexts {

  private static final Set<String> TIMESTAMPS =
      Set.of("TIMESTAMP", "DATETIME", "TIMESTAMP WITH TIME ZONE", "TIMESTAMP WITH LOCAL TIME ZONE");

  private TimeTexts() {}

  /** {@code TIMESTAMP '...'}, with a zone or without, is a time in UTC to the millisecond. */
  static SqlNode literal(SqlUnknownLiteral literal) {
    if (!TIMESTAMPS.contains(literal.tag)) {
      return literal;
    }
    return IsoTime.parse(literal.getValue())
        .<SqlNode>map(
            time ->
                SqlLiteral.createTimestamp(
                    SqlTypeName.TIMESTAMP,
                    new TimestampString(IsoTime.timestamp(time)),
                    3,
                    literal.getParserPosition()))
        .orElse(literal);
  }

  /** {@code CAST('...' AS TIMESTAMP)} and {@code CAST('...' AS DATE)}, of a text. */
  static SqlNode cast(SqlCall cast) {
    if (!(cast.operand(1) instanceof SqlDataTypeSpec type)) {
      return cast;
    }
    Optional.ofNullable(SqlTypeName.get(type.getTypeName().getSimple()))
        .flatMap(name -> normalised(cast.operand(0), name))
        .ifPresent(text -> cast.setOperand(0, text));
    return cast;
  }

  /** A text literal that is a time, as Calcite's own cast to this type reads it. */
  static Optional<SqlNode> normalised(SqlNode node, SqlTypeName type) {
    return switch (type) {
      case TIMESTAMP -> text(node, IsoTime::timestamp);
      case DATE -> text(node, time -> time.toLocalDate().toString());
      default -> Optional.empty();
    };
  }

  private static Optional<SqlNode> text(SqlNode node, Function<LocalDateTime, String> format) {
    return SqlTree.text(node)
        .flatMap(IsoTime::parse)
        .map(time -> SqlLiteral.createCharString(format.apply(time), node.getParserPosition()));
  }
}
