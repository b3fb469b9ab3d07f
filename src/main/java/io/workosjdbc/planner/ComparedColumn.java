package io.workosjdbc.planner;

import io.workosjdbc.resource.Column;
import io.workosjdbc.resource.ColumnType;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.avatica.util.TimeUnit;
import org.apache.calcite.avatica.util.TimeUnitRange;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlIntervalQualifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlTypeName;

/**
 * The column side of a comparison.
 *
 * @param rounding how much smaller than the column the compared expression may be: the length of
 *     the unit of a FLOOR, a day for a cast to DATE
 * @param shift how much later than that it is, because intervals were added to it; empty if none
 *     was, so that what it is rounded to are units of the column itself
 */
record ComparedColumn(Column column, Duration rounding, Optional<Duration> shift) {

  private static final SqlIntervalQualifier DAYS =
      new SqlIntervalQualifier(TimeUnit.DAY, TimeUnit.SECOND, SqlParserPos.ZERO);

  /** The column that an expression over a scan's row is, or is a rounding or a shift of. */
  static Optional<ComparedColumn> of(ScanSpec spec, RexNode node) {
    if (node instanceof RexInputRef reference) {
      return Optional.of(spec.column(reference.getIndex()))
          .filter(
              column -> column.type() == ColumnType.TEXT || column.type() == ColumnType.TIMESTAMP)
          .map(column -> new ComparedColumn(column, Duration.ZERO, Optional.empty()));
    }
    if (!(node instanceof RexCall call)) {
      return Optional.empty();
    }
    if (call.getKind() == SqlKind.CAST) {
      return of(spec, call.getOperands().get(0)).flatMap(inner -> inner.cast(call.getType()));
    }
    if (call.getKind() == SqlKind.FLOOR && call.getOperands().size() == 2) {
      return of(spec, call.getOperands().get(0))
          .filter(inner -> inner.column.type() == ColumnType.TIMESTAMP)
          .flatMap(inner -> inner.floor(call.getOperands().get(1)));
    }
    if (call.getKind() == SqlKind.PLUS || call.getKind() == SqlKind.MINUS) {
      return of(spec, call.getOperands().get(0))
          .filter(inner -> inner.column.type() == ColumnType.TIMESTAMP)
          .flatMap(inner -> inner.shifted(call));
    }
    return Optional.empty();
  }

  private Optional<ComparedColumn> shifted(RexCall call) {
    return call.getOperands().size() == 2
            && call.getOperands().get(1) instanceof RexLiteral literal
            && SqlTypeName.DAY_INTERVAL_TYPES.contains(literal.getType().getSqlTypeName())
            && call.getType().getSqlTypeName() == SqlTypeName.TIMESTAMP
        ? Optional.of(shifted(millis(call.getKind(), literal)))
        : Optional.empty();
  }

  private Duration later() {
    return shift.orElse(Duration.ZERO);
  }

  private static Duration millis(SqlKind kind, RexLiteral interval) {
    var length = Duration.ofMillis(interval.getValueAs(Long.class));
    return kind == SqlKind.MINUS ? length.negated() : length;
  }

  private ComparedColumn shifted(Duration more) {
    return new ComparedColumn(column, rounding, Optional.of(later().plus(more)));
  }

  /** A cast that loses nothing but, to a date, the time of day. */
  private Optional<ComparedColumn> cast(RelDataType type) {
    if (column.type() == ColumnType.TEXT) {
      return Optional.of(this)
          .filter(same -> type.getSqlTypeName() == SqlTypeName.VARCHAR)
          .filter(same -> type.getPrecision() == RelDataType.PRECISION_NOT_SPECIFIED);
    }
    if (type.getSqlTypeName() == SqlTypeName.DATE) {
      return Optional.of(rounded(Duration.ofDays(1)));
    }
    return Optional.of(this)
        .filter(same -> type.getSqlTypeName() == SqlTypeName.TIMESTAMP)
        .filter(same -> type.getPrecision() >= 3);
  }

  private Optional<ComparedColumn> floor(RexNode unit) {
    return unit instanceof RexLiteral literal
        ? longest(literal.getValueAs(TimeUnitRange.class)).map(this::rounded)
        : Optional.empty();
  }

  private ComparedColumn rounded(Duration more) {
    return new ComparedColumn(column, rounding.plus(more), shift);
  }

  private static Optional<Duration> longest(TimeUnitRange unit) {
    return switch (unit) {
      case SECOND -> Optional.of(Duration.ofSeconds(1));
      case MINUTE -> Optional.of(Duration.ofMinutes(1));
      case HOUR -> Optional.of(Duration.ofHours(1));
      case DAY -> Optional.of(Duration.ofDays(1));
      case WEEK -> Optional.of(Duration.ofDays(7));
      case MONTH -> Optional.of(Duration.ofDays(31));
      case QUARTER -> Optional.of(Duration.ofDays(92));
      case YEAR -> Optional.of(Duration.ofDays(366));
      default -> Optional.empty();
    };
  }

  /**
   * The other side of the comparison, a date made the timestamp of its midnight, and as much
   * earlier as this side is later than the column.
   */
  RexNode asTimestamp(RexNode value, RexBuilder builder) {
    var timestamp =
        column.type() == ColumnType.TIMESTAMP
                && value.getType().getSqlTypeName() == SqlTypeName.DATE
            ? builder.makeCast(midnight(builder, value.getType().isNullable()), value)
            : value;
    return later().isZero()
        ? timestamp
        : builder.makeCall(
            timestamp.getType(),
            SqlStdOperatorTable.MINUS_DATE,
            List.of(timestamp, builder.makeIntervalLiteral(millis(), DAYS)));
  }

  private BigDecimal millis() {
    return BigDecimal.valueOf(later().toMillis());
  }

  private static RelDataType midnight(RexBuilder builder, boolean nullable) {
    var types = builder.getTypeFactory();
    return types.createTypeWithNullability(types.createSqlType(SqlTypeName.TIMESTAMP, 3), nullable);
  }
}
