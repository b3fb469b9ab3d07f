package io.workosjdbc.planner.sql;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlJsonQueryEmptyOrErrorBehavior;
import org.apache.calcite.sql.SqlJsonQueryWrapperBehavior;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlReturnTypeInference;
import org.apache.calcite.sql.type.SqlTypeFamily;
import org.apache.calcite.sql.type.SqlTypeName;

/**
 * BigQuery's {@code JSON_QUERY_ARRAY(json [, path])} and {@code JSON_VALUE_ARRAY}, which make an
 * array for UNNEST of a JSON array: its elements as JSON, and as texts; and the paths of all JSON
 * functions.
 */
final class JsonFunctions {

  private static final SqlReturnTypeInference TEXTS =
      call -> {
        var types = call.getTypeFactory();
        var text = types.createTypeWithNullability(types.createSqlType(SqlTypeName.VARCHAR), true);
        return types.createArrayType(text, -1);
      };

  private static final SqlFunction QUERIES = elements("JSON_QUERY_ARRAY", "queries");
  private static final SqlFunction VALUES = elements("JSON_VALUE_ARRAY", "values");

  static final Map<String, FunctionRewrite> ALL =
      Map.of(
          "JSON_QUERY_ARRAY", call -> of(QUERIES, call),
          "JSON_VALUE_ARRAY", call -> of(VALUES, call),
          "JSON_VALUE", JsonPaths::of,
          "JSON_QUERY", JsonPaths::of,
          "JSON_EXISTS", JsonPaths::of);

  private JsonFunctions() {}

  private static SqlFunction elements(String name, String method) {
    return new OwnFunction(name, TEXTS, List.of(SqlTypeFamily.CHARACTER), JsonArrays.class, method);
  }

  private static Optional<SqlNode> of(SqlFunction elements, SqlCall call) {
    if (call.getOperator() instanceof OwnFunction
        || call.operandCount() < 1
        || call.operandCount() > 2) {
      return Optional.empty();
    }
    var position = call.getParserPosition();
    SqlNode array = call.operandCount() == 1 ? call.operand(0) : query(call, position);
    return Optional.of(elements.createCall(position, array));
  }

  private static SqlNode query(SqlCall call, SqlParserPos position) {
    return SqlStdOperatorTable.JSON_QUERY.createCall(
        position,
        call.operand(0),
        JsonPaths.of(call.<SqlNode>operand(1)),
        SqlLiteral.createSymbol(SqlJsonQueryWrapperBehavior.WITHOUT_ARRAY, position),
        SqlLiteral.createSymbol(SqlJsonQueryEmptyOrErrorBehavior.NULL, position),
        SqlLiteral.createSymbol(SqlJsonQueryEmptyOrErrorBehavior.NULL, position));
  }
}
