package io.workosjdbc.driver;

import io.workosjdbc.planner.sql.InlinedParameters;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Time;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.calcite.jdbc.CalciteConnection;
import org.jspecify.annotations.Nullable;

/**
 * A statement with a parameter whose type the validator cannot tell. It is prepared anew for each
 * execution, with the values in it.
 */
final class LatePreparation implements Preparation {

  /** What the validator says of a parameter, or a list of them, whose type it needs to know. */
  private static final Pattern OF_PARAMETERS =
      Pattern.compile("dynamic parameter|class org\\.apache\\.calcite\\.sql\\.Sql\\w+: \\?");

  private final CalciteConnection calcite;
  private final String sql;
  private final Statement inner;
  private final List<@Nullable Object> values;
  private final BoundParameters bound;

  private LatePreparation(CalciteConnection calcite, String sql, Statement inner, int count) {
    this.calcite = calcite;
    this.sql = sql;
    this.inner = inner;
    this.values = new ArrayList<>(Collections.nCopies(count, null));
    this.bound = new BoundParameters(count);
  }

  /**
   * The preparation of a statement that cannot be prepared with its parameters in it; empty if they
   * are not to blame.
   *
   * @param failure why it cannot
   */
  static Optional<Preparation> of(
      CalciteConnection calcite, String sql, int holdability, Exception failure)
      throws SQLException {
    InlinedParameters nulls = new InlinedParameters(List.of());
    Optional<SQLException> withNulls = failure(calcite, sql, nulls);
    int count = nulls.count();
    boolean aValueIsNeeded = withNulls.isPresent() && !isOfParameters(failure);
    if (count == 0 || (aValueIsNeeded && failure(calcite, sql, ones(count)).isPresent())) {
      return Optional.empty();
    }
    if (withNulls.isPresent() && message(withNulls.get()).contains("not found")) {
      throw withNulls.get();
    }
    Statement inner =
        calcite.createStatement(
            ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY, holdability);
    return Optional.of(new LatePreparation(calcite, sql, inner, count));
  }

  /** What fits where a null does not, as in {@code CURRENT_DATE - ?}. */
  private static InlinedParameters ones(int count) {
    return new InlinedParameters(Collections.nCopies(count, BigDecimal.ONE));
  }

  /** Why a statement cannot be prepared with some values, if it cannot. */
  private static Optional<SQLException> failure(
      CalciteConnection calcite, String sql, InlinedParameters values) {
    try {
      columns(calcite, sql, values);
      return Optional.empty();
    } catch (SQLException | RuntimeException e) {
      return Optional.of(SqlErrors.translate(e));
    }
  }

  private static boolean isOfParameters(Exception failure) {
    return OF_PARAMETERS.matcher(message(failure)).find();
  }

  private static String message(Exception failure) {
    return SqlErrors.messageOf(SqlErrors.translate(failure));
  }

  private static ResultSetMetaData columns(
      CalciteConnection calcite, String sql, InlinedParameters values) throws SQLException {
    return values.during(
        () -> {
          try (PreparedStatement prepared = calcite.prepareStatement(sql)) {
            return prepared.getMetaData();
          }
        });
  }

  @Override
  public Statement statement() {
    return inner;
  }

  @Override
  public void bind(int index, @Nullable Object value, JdbcType type) throws SQLException {
    bound.checkIndex(index);
    values.set(index - 1, value == null ? null : literal(value, type));
    bound.set(index);
  }

  private static Object literal(Object value, JdbcType type) throws SQLException {
    Object typed = type == JdbcType.OTHER ? value : Conversions.to(type.javaClass(), value);
    if (typed instanceof Boolean) {
      return typed;
    }
    if (typed instanceof Double || typed instanceof Float) {
      return Numbers.toDouble(typed);
    }
    if (typed instanceof Number) {
      return Numbers.toDecimal(typed);
    }
    if (typed instanceof LocalDate || typed instanceof Date) {
      return Temporals.date(typed);
    }
    if (typed instanceof LocalTime || typed instanceof Time || typed instanceof OffsetTime) {
      return Temporals.time(typed);
    }
    return Temporals.isTemporal(typed) ? Temporals.dateTime(typed) : typed.toString();
  }

  @Override
  public void clear() {
    bound.clear();
  }

  @Override
  public void checkAllBound() throws SQLException {
    bound.checkAll();
  }

  @Override
  public boolean hasRows() {
    return true;
  }

  @Override
  public boolean execute() throws SQLException {
    return new InlinedParameters(values).during(() -> inner.execute(sql));
  }

  /** The columns for the values bound so far. */
  @Override
  public @Nullable ResultSetMetaData columns() throws SQLException {
    List<@Nullable Object> known = bound.areAll() ? values : List.of();
    try {
      return columns(calcite, sql, new InlinedParameters(known));
    } catch (SQLException e) {
      return null;
    }
  }

  @Override
  public ParameterMetaData parameters() {
    return ParameterTypes.unknown(values.size());
  }
}
