package io.workosjdbc.planner.sql;

import java.util.Locale;
import java.util.Optional;
import org.apache.calcite.sql.SqlBasicTypeNameSpec;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlDataTypeSpec;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlJdbcFunctionCall;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlUnresolvedFunction;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.util.SqlShuttle;
import org.jspecify.annotations.Nullable;

/** Reads and builds nodes of a parsed statement. */
final class SqlTree {

  private SqlTree() {}

  /** The name that a node is, if it is one without a qualifier. */
  static Optional<String> name(SqlNode node) {
    return node instanceof SqlIdentifier identifier && identifier.isSimple()
        ? Optional.of(identifier.getSimple())
        : Optional.empty();
  }

  /** The name of the function that is called, in upper case, also of one in an escape. */
  static Optional<String> functionName(SqlCall call) {
    if (!(call.getOperator() instanceof SqlFunction function)) {
      return Optional.empty();
    }
    var qualified = function.getSqlIdentifier();
    if (qualified != null && !qualified.isSimple()) {
      return Optional.empty();
    }
    String name = function.getName().toUpperCase(Locale.ROOT);
    return Optional.of(
        function instanceof SqlJdbcFunctionCall
            ? name.substring("{fn ".length(), name.length() - 1)
            : name);
  }

  /** The text of a literal. */
  static Optional<String> text(SqlNode node) {
    return node instanceof SqlLiteral literal && literal.getTypeName() == SqlTypeName.CHAR
        ? Optional.of(literal.getValueAs(String.class))
        : Optional.empty();
  }

  /** A call of a function that the validator will look up. */
  static SqlCall function(String name, SqlParserPos position, SqlNode... operands) {
    return new SqlUnresolvedFunction(
            new SqlIdentifier(name, position),
            null,
            null,
            null,
            null,
            SqlFunctionCategory.USER_DEFINED_FUNCTION)
        .createCall(position, operands);
  }

  /** A node of its own with the same meaning: the validator changes nodes where they stand. */
  static SqlNode copy(SqlNode node) {
    var copy = node.accept(new Copier());
    return copy == null ? node : copy;
  }

  private static final class Copier extends SqlShuttle {
    @Override
    public @Nullable SqlNode visit(SqlCall call) {
      var copy = new CallCopyingArgHandler(call, true);
      call.getOperator().acceptCall(this, call, false, copy);
      return copy.result();
    }

    @Override
    public @Nullable SqlNode visit(SqlIdentifier identifier) {
      return identifier.clone(identifier.getParserPosition());
    }

    @Override
    public @Nullable SqlNode visit(SqlLiteral literal) {
      return literal.clone(literal.getParserPosition());
    }
  }

  static SqlDataTypeSpec type(SqlTypeName name, int precision, SqlParserPos position) {
    return new SqlDataTypeSpec(new SqlBasicTypeNameSpec(name, precision, position), position);
  }

  static SqlDataTypeSpec type(SqlTypeName name, SqlParserPos position) {
    return new SqlDataTypeSpec(new SqlBasicTypeNameSpec(name, position), position);
  }
}
