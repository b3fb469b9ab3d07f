package io.workosjdbc.planner.sql;

import java.util.stream.IntStream;
import org.apache.calcite.avatica.util.TimeUnit;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlCallBinding;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeUtil;
import org.apache.calcite.sql.validate.SqlValidator;
import org.apache.calcite.sql.validate.SqlValidatorScope;
import org.apache.calcite.sql.validate.implicit.TypeCoercionImpl;
import org.apache.calcite.util.DateString;
import org.jspecify.annotations.Nullable;

/**
 * Implicit casts, with more: a text literal that becomes a time may be one of ISO 8601 with a zone,
 * a date plus or minus a number is that many days later or earlier, one plus or minus hours is a
 * time, and a date minus a date is a number of days. Types are known here, so that a text compared
 * with a text stays as it is.
 *
 * <p>To be plugged in as {@code SqlValidator.Config.withTypeCoercionFactory(TimeCoercion::new)}.
 */
public final class TimeCoercion extends TypeCoercionImpl {

  private static final String NO_DIFFERENCE =
      "A time minus a time is not supported: TIMESTAMPDIFF(SECOND, earlier, later) gives a number,"
          + " (later - earlier) DAY TO SECOND an interval";

  private static final DateString EPOCH = new DateString(1970, 1, 1);

  public TimeCoercion(RelDataTypeFactory types, SqlValidator validator) {
    super(types, validator);
  }

  @Override
  protected boolean coerceOperandType(
      @Nullable SqlValidatorScope scope, SqlCall call, int index, RelDataType target) {
    TimeTexts.normalised(call.operand(index), target.getSqlTypeName())
        .ifPresent(text -> call.setOperand(index, text));
    return super.coerceOperandType(scope, call, index, target);
  }

  @Override
  protected boolean coerceColumnType(
      @Nullable SqlValidatorScope scope, SqlNodeList nodes, int index, RelDataType target) {
    if (index < nodes.size()) {
      TimeTexts.normalised(nodes.get(index), target.getSqlTypeName())
          .ifPresent(text -> nodes.set(index, text));
    }
    return super.coerceColumnType(scope, nodes, index, target);
  }

  /** Rows, which are compared to read on after the last one of a page, have no other place. */
  @Override
  public boolean binaryComparisonCoercion(SqlCallBinding binding) {
    if (binding.getOperandCount() == 2
        && binding.operand(0) instanceof SqlCall left
        && binding.operand(1) instanceof SqlCall right
        && left.getKind() == SqlKind.ROW
        && right.getKind() == SqlKind.ROW) {
      for (int i = 0; i < Math.min(left.operandCount(), right.operandCount()); i++) {
        normalise(left, right, i, binding);
        normalise(right, left, i, binding);
      }
    }
    return super.binaryComparisonCoercion(binding);
  }

  private void normalise(SqlCall text, SqlCall time, int index, SqlCallBinding binding) {
    var type = validator.deriveType(binding.getScope(), time.operand(index));
    TimeTexts.normalised(text.operand(index), type.getSqlTypeName())
        .ifPresent(normalised -> text.setOperand(index, normalised));
  }

  @Override
  public boolean binaryArithmeticCoercion(SqlCallBinding binding) {
    if (isDifference(binding)) {
      return difference(binding);
    }
    if (isDatePlusNumber(binding)) {
      return days(binding);
    }
    return isDatePlusHours(binding) ? midnight(binding) : super.binaryArithmeticCoercion(binding);
  }

  private static boolean isDifference(SqlCallBinding binding) {
    return binding.getOperator().getKind() == SqlKind.MINUS
        && binding.getOperandCount() == 2
        && SqlTypeUtil.isDatetime(binding.getOperandType(0))
        && SqlTypeUtil.isDatetime(binding.getOperandType(1));
  }

  /** The difference of two dates is a number of days: each becomes the days since 1970. */
  private static boolean difference(SqlCallBinding binding) {
    for (int i = 0; i < 2; i++) {
      if (binding.getOperandType(i).getSqlTypeName() != SqlTypeName.DATE) {
        throw Mistake.at(binding.getCall(), NO_DIFFERENCE);
      }
    }
    for (int i = 0; i < 2; i++) {
      SqlNode date = binding.operand(i);
      var position = date.getParserPosition();
      binding
          .getCall()
          .setOperand(
              i,
              SqlStdOperatorTable.TIMESTAMP_DIFF.createCall(
                  position,
                  TimeUnits.qualifier(TimeUnit.DAY, position),
                  SqlLiteral.createDate(EPOCH, position),
                  date));
    }
    return true;
  }

  private static boolean isDatePlusNumber(SqlCallBinding binding) {
    var kind = binding.getOperator().getKind();
    return (kind == SqlKind.PLUS || kind == SqlKind.MINUS)
        && binding.getOperandCount() == 2
        && binding.getOperandType(0).getSqlTypeName() == SqlTypeName.DATE
        && SqlTypeUtil.isIntType(binding.getOperandType(1));
  }

  private static boolean days(SqlCallBinding binding) {
    SqlNode number = binding.operand(1);
    var position = number.getParserPosition();
    binding
        .getCall()
        .setOperand(
            1,
            SqlStdOperatorTable.INTERVAL.createCall(
                position, number, TimeUnits.qualifier(TimeUnit.DAY, position)));
    return true;
  }

  private static boolean isDatePlusHours(SqlCallBinding binding) {
    return binding.getOperandCount() == 2
        && IntStream.range(0, 2)
            .anyMatch(
                i ->
                    binding.getOperandType(i).getSqlTypeName() == SqlTypeName.DATE
                        && isPartOfDay(binding.getOperandType(1 - i)));
  }

  private static boolean isPartOfDay(RelDataType type) {
    return SqlTypeName.DAY_INTERVAL_TYPES.contains(type.getSqlTypeName())
        && type.getSqlTypeName() != SqlTypeName.INTERVAL_DAY;
  }

  /** Calcite would drop the hours; the date has to be a time to keep them. */
  private static boolean midnight(SqlCallBinding binding) {
    for (int i = 0; i < 2; i++) {
      if (binding.getOperandType(i).getSqlTypeName() == SqlTypeName.DATE) {
        binding
            .getCall()
            .setOperand(i, CalendarFunctions.cast(binding.operand(i), SqlTypeName.TIMESTAMP));
      }
    }
    return true;
  }
}
