package io.workosjdbc.planner.sql;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.calcite.sql.SqlBasicTypeNameSpec;
import org.apache.calcite.sql.SqlDataTypeSpec;
import org.apache.calcite.sql.SqlDynamicParam;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.util.SqlShuttle;
import org.apache.calcite.util.DateString;
import org.apache.calcite.util.TimeString;
import org.apache.calcite.util.TimestampString;
import org.apache.calcite.util.TryThreadLocal;
import org.jspecify.annotations.Nullable;

/**
 * The values of parameters, taking the place of {@code ?} in the tree of a statement that is
 * prepared meanwhile. The validator refuses a parameter whose type it cannot tell, as in {@code
 * SELECT ?} or {@code CASE WHEN x = ? THEN ? END}; a literal it takes.
 *
 * <p>For one thread and one statement.
 */
public final class InlinedParameters {
  private static final int MILLISECONDS = 3;
  private static final InlinedParameters NONE = new InlinedParameters(List.of());
  private static final TryThreadLocal<InlinedParameters> CURRENT = TryThreadLocal.of(NONE);

  private final List<@Nullable Object> values;
  private int seen;

  /**
   * Values in the order of the parameters; for those beyond the last, a null text.
   *
   * @param values String, Boolean, BigDecimal, Double, LocalDate, LocalTime, LocalDateTime in UTC,
   *     or null
   */
  public InlinedParameters(List<@Nullable Object> values) {
    this.values = new ArrayList<>(values);
  }

  /** Something that prepares a statement. */
  public interface Preparing<T, E extends Exception> {
    T prepare() throws E;
  }

  /** Prepares a statement with these values. */
  @SuppressWarnings("try") // the resource restores the thread's setting
  public <T, E extends Exception> T during(Preparing<T, E> preparing) throws E {
    seen = 0;
    try (var ignored = CURRENT.push(this)) {
      return preparing.prepare();
    }
  }

  /** Whether this thread prepares with values, so that a plan is good for those only. */
  public static boolean areInUse() {
    return CURRENT.get() != NONE;
  }

  /** How many parameters the statement has that was prepared last. */
  public int count() {
    return seen;
  }

  /** The tree with the values that hold for this thread. */
  static SqlNode apply(SqlNode statement) {
    var current = CURRENT.get();
    return current == NONE ? statement : current.replace(statement);
  }

  private SqlNode replace(SqlNode statement) {
    var replaced =
        statement.accept(
            new SqlShuttle() {
              @Override
              public SqlNode visit(SqlDynamicParam parameter) {
                seen = Math.max(seen, parameter.getIndex() + 1);
                return value(parameter.getIndex(), parameter.getParserPosition());
              }
            });
    return replaced == null ? statement : replaced;
  }

  private SqlNode value(int index, SqlParserPos at) {
    if (index >= values.size()) {
      var text = new SqlDataTypeSpec(new SqlBasicTypeNameSpec(SqlTypeName.VARCHAR, at), at);
      return SqlStdOperatorTable.CAST.createCall(at, SqlLiteral.createNull(at), text);
    }
    var value = values.get(index);
    return value == null ? SqlLiteral.createNull(at) : literal(value, at);
  }

  private static SqlNode literal(Object value, SqlParserPos at) {
    if (value instanceof Boolean flag) {
      return SqlLiteral.createBoolean(flag, at);
    }
    if (value instanceof BigDecimal number) {
      return SqlLiteral.createExactNumeric(number.toPlainString(), at);
    }
    if (value instanceof Double number) {
      return SqlLiteral.createApproxNumeric(String.format(Locale.ROOT, "%.17e", number), at);
    }
    if (value instanceof LocalDate date) {
      return SqlLiteral.createDate(
          DateString.fromDaysSinceEpoch(Math.toIntExact(date.toEpochDay())), at);
    }
    if (value instanceof LocalTime time) {
      var text = new TimeString(time.getHour(), time.getMinute(), time.getSecond());
      return SqlLiteral.createTime(text.withNanos(time.getNano()), MILLISECONDS, at);
    }
    if (value instanceof LocalDateTime utc) {
      return timestamp(utc, at);
    }
    return SqlLiteral.createCharString(value.toString(), at);
  }

  private static SqlNode timestamp(LocalDateTime utc, SqlParserPos at) {
    var text =
        new TimestampString(
                utc.getYear(),
                utc.getMonthValue(),
                utc.getDayOfMonth(),
                utc.getHour(),
                utc.getMinute(),
                utc.getSecond())
            .withMillis(utc.getNano() / 1_000_000);
    return SqlLiteral.createTimestamp(SqlTypeName.TIMESTAMP, text, MILLISECONDS, at);
  }
}
