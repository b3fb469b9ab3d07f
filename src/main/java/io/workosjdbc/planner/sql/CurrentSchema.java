package io.workosjdbc.planner.sql;

import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.type.OperandTypes;
import org.apache.calcite.sql.type.ReturnTypes;
import org.apache.calcite.sql.validate.SqlValidator;
import org.apache.calcite.util.Util;

/** The name of the schema that unqualified tables are looked for in, a literal once it is known. */
final class CurrentSchema extends SqlFunction {

  static final CurrentSchema FUNCTION = new CurrentSchema();

  private CurrentSchema() {
    super(
        "CURRENT_SCHEMA",
        SqlKind.OTHER_FUNCTION,
        ReturnTypes.VARCHAR_2000,
        null,
        OperandTypes.NILADIC,
        SqlFunctionCategory.SYSTEM);
  }

  @Override
  public SqlNode rewriteCall(SqlValidator validator, SqlCall call) {
    var path = validator.getCatalogReader().getSchemaPaths().get(0);
    return path.isEmpty()
        ? SqlLiteral.createNull(call.getParserPosition())
        : SqlLiteral.createCharString(Util.last(path), call.getParserPosition());
  }
}
