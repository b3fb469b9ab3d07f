package io.workosjdbc.planner.sql;

import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.fun.SqlCase;
import org.apache.calcite.sql.fun.SqlLibraryOperators;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.fun.SqlTrimFunction;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlTypeName;

/** Functions that are another one under a different name, or a CASE. */
final class ValueFunctions {

  static final Map<String, FunctionRewrite> ALL =
      ImmutableMap.<String, FunctionRewrite>builder()
          .put("IFNULL", FunctionRewrite.of(2, ValueFunctions::coalesce))
          .put("ISNULL", FunctionRewrite.of(2, ValueFunctions::coalesce))
          .put("NVL", FunctionRewrite.of(2, ValueFunctions::coalesce))
          .put("NVL2", FunctionRewrite.of(3, ValueFunctions::nvl2))
          .put("IF", FunctionRewrite.of(3, ValueFunctions::iif))
          .put("IIF", FunctionRewrite.of(3, ValueFunctions::iif))
          .put("DECODE", ValueFunctions::decode)
          .put("LEN", FunctionRewrite.of(1, call -> renamed(call, "CHAR_LENGTH")))
          .put("LCASE", FunctionRewrite.of(1, call -> renamed(call, "LOWER")))
          .put("UCASE", FunctionRewrite.of(1, call -> renamed(call, "UPPER")))
          .put("TRUNC", ValueFunctions::truncate)
          .put("CHARINDEX", FunctionRewrite.of(2, call -> position(call, 0, 1)))
          .put("LOCATE", FunctionRewrite.of(2, call -> position(call, 0, 1)))
          .put("INSTR", FunctionRewrite.of(2, call -> position(call, 1, 0)))
          .put("REGEXP", FunctionRewrite.of(2, call -> renamed(call, "REGEXP_LIKE")))
          .put("RLIKE", FunctionRewrite.of(2, call -> renamed(call, "REGEXP_LIKE")))
          .put("BTRIM", FunctionRewrite.of(1, ValueFunctions::trim))
          .put("DAYNAME", FunctionRewrite.of(1, Escapes::call))
          .put("MONTHNAME", FunctionRewrite.of(1, Escapes::call))
          .put("SPACE", FunctionRewrite.of(1, Escapes::call))
          .put("COUNTIF", FunctionRewrite.of(1, ValueFunctions::countIf))
          .put("COUNT_IF", FunctionRewrite.of(1, ValueFunctions::countIf))
          .put("GROUP_CONCAT", ValueFunctions::groupConcat)
          .put("MEDIAN", FunctionRewrite.of(1, Percentiles::median))
          .put("COVAR_POP", FunctionRewrite.of(2, ValueFunctions::ofFractions))
          .put("COVAR_SAMP", FunctionRewrite.of(2, ValueFunctions::ofFractions))
          .put("REGR_SXX", FunctionRewrite.of(2, ValueFunctions::ofFractions))
          .put("REGR_SYY", FunctionRewrite.of(2, ValueFunctions::ofFractions))
          .put("SUBSTRING", ValueFunctions::match)
          .put("TO_CHAR", QuotedFormat::of)
          .put("REGEXP_CONTAINS", FunctionRewrite.of(2, call -> renamed(call, "REGEXP_LIKE")))
          .put(JsonText.NAME, FunctionRewrite.of(2, JsonText::of))
          .buildOrThrow();

  private ValueFunctions() {}

  private static SqlNode renamed(SqlCall call, String name) {
    return SqlTree.function(
        name, call.getParserPosition(), call.getOperandList().toArray(new SqlNode[0]));
  }

  /** PostgreSQL's {@code SUBSTRING(x FROM 'pattern')}. */
  private static Optional<SqlNode> match(SqlCall call) {
    return call.operandCount() == 2 && SqlTree.text(call.operand(1)).isPresent()
        ? Optional.of(renamed(call, "REGEXP_EXTRACT"))
        : Optional.empty();
  }

  /** Of whole numbers Calcite would divide without the rest. */
  private static SqlNode ofFractions(SqlCall call) {
    for (int i = 0; i < call.operandCount(); i++) {
      call.setOperand(i, CalendarFunctions.cast(call.operand(i), SqlTypeName.DOUBLE));
    }
    return call;
  }

  private static SqlNode coalesce(SqlCall call) {
    return SqlStdOperatorTable.COALESCE.createCall(call.getParserPosition(), call.getOperandList());
  }

  private static SqlNode iif(SqlCall call) {
    return when(
        call.getParserPosition(),
        List.of(call.operand(0)),
        List.of(call.operand(1)),
        call.operand(2));
  }

  private static SqlNode nvl2(SqlCall call) {
    var position = call.getParserPosition();
    var isThere = SqlStdOperatorTable.IS_NOT_NULL.createCall(position, call.<SqlNode>operand(0));
    return when(position, List.of(isThere), List.of(call.operand(1)), call.operand(2));
  }

  /** Oracle's DECODE, to which NULL equals NULL. */
  private static Optional<SqlNode> decode(SqlCall call) {
    if (call.operandCount() < 3) {
      return Optional.empty();
    }
    var position = call.getParserPosition();
    List<SqlNode> conditions = new ArrayList<>();
    List<SqlNode> results = new ArrayList<>();
    for (int i = 1; i + 1 < call.operandCount(); i += 2) {
      conditions.add(
          SqlStdOperatorTable.IS_NOT_DISTINCT_FROM.createCall(
              position, SqlTree.copy(call.operand(0)), call.operand(i)));
      results.add(call.operand(i + 1));
    }
    SqlNode otherwise =
        call.operandCount() % 2 == 0
            ? call.operand(call.operandCount() - 1)
            : SqlLiteral.createNull(position);
    return Optional.of(when(position, conditions, results, otherwise));
  }

  private static SqlNode when(
      SqlParserPos position, List<SqlNode> conditions, List<SqlNode> results, SqlNode otherwise) {
    return new SqlCase(
        position,
        null,
        new SqlNodeList(conditions, position),
        new SqlNodeList(results, position),
        otherwise);
  }

  private static Optional<SqlNode> truncate(SqlCall call) {
    return Optional.of(
        SqlStdOperatorTable.TRUNCATE.createCall(call.getParserPosition(), call.getOperandList()));
  }

  private static SqlNode trim(SqlCall call) {
    var position = call.getParserPosition();
    return SqlStdOperatorTable.TRIM.createCall(
        position,
        SqlTrimFunction.Flag.BOTH.symbol(position),
        SqlLiteral.createCharString(" ", position),
        call.operand(0));
  }

  private static SqlNode countIf(SqlCall call) {
    var position = call.getParserPosition();
    var count = SqlStdOperatorTable.COUNT.createCall(position, SqlIdentifier.star(position));
    return SqlStdOperatorTable.FILTER.createCall(position, count, call.operand(0));
  }

  private static SqlNode position(SqlCall call, int part, int whole) {
    return SqlStdOperatorTable.POSITION.createCall(
        call.getParserPosition(), call.operand(part), call.operand(whole));
  }

  /** MySQL's GROUP_CONCAT, whose separator is a comma unless it says another one. */
  private static Optional<SqlNode> groupConcat(SqlCall call) {
    List<SqlNode> operands = new ArrayList<>();
    SqlNode separator = SqlLiteral.createCharString(",", call.getParserPosition());
    for (var operand : call.getOperandList()) {
      if (operand instanceof SqlCall inner && inner.getOperator().getName().equals("SEPARATOR")) {
        separator = inner.operand(0);
      } else {
        operands.add(operand);
      }
    }
    operands.add(1, separator);
    return Optional.of(
        SqlLibraryOperators.STRING_AGG.createCall(
            call.getFunctionQuantifier(),
            call.getParserPosition(),
            operands.toArray(new SqlNode[0])));
  }
}
