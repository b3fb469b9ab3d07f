package io.workosjdbc.planner.sql;

import java.util.Locale;
import java.util.Set;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlDataTypeSpec;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlUnknownLiteral;
import org.apache.calcite.sql.SqlWindow;
import org.apache.calcite.sql.util.SqlShuttle;
import org.jspecify.annotations.Nullable;

/** Walks a statement from its leaves to its root and replaces what some rewrite knows. */
final class TreeRewrites extends SqlShuttle {

  private static final Set<String> BARE_WORDS =
      Set.of(
          "CURRENT_SCHEMA",
          "CURRENT_CATALOG",
          "CURRENT_USER",
          "SESSION_USER",
          "SYSTEM_USER",
          "USER");

  private TreeRewrites() {}

  static SqlNode apply(SqlNode statement) {
    var rewritten = statement.accept(new TreeRewrites());
    return rewritten == null ? statement : rewritten;
  }

  @Override
  public @Nullable SqlNode visit(SqlCall call) {
    if (call.getKind() == SqlKind.AS) {
      call.setOperand(0, apply(call.operand(0)));
      return call;
    }
    return super.visit(call) instanceof SqlCall rewritten ? rewrite(rewritten) : call;
  }

  private static SqlNode rewrite(SqlCall call) {
    return switch (call.getKind()) {
      case CAST -> TimeTexts.cast(call);
      case FLOOR -> Weeks.of(call);
      case SELECT -> TopClause.applied((SqlSelect) call);
      case ORDER_BY -> TopClause.applied(call);
      case LIKE -> LikeEscape.of(call);
      case RLIKE -> RegexpMatch.of(call);
      case NOT, NOT_IN -> RowNotIn.of(call);
      case OVER -> WindowFunctions.of(call);
      case WINDOW -> FrameKey.of((SqlWindow) call);
      case WITHIN_GROUP -> Percentiles.withinGroup(call);
      default -> Functions.rewritten(call).orElseGet(() -> Escapes.of(call));
    };
  }

  @Override
  public @Nullable SqlNode visit(SqlLiteral literal) {
    return literal instanceof SqlUnknownLiteral unknown ? TimeTexts.literal(unknown) : literal;
  }

  @Override
  public @Nullable SqlNode visit(SqlDataTypeSpec type) {
    return TypeNames.of(type);
  }

  /** Keywords without parentheses that the grammar gives as names. */
  @Override
  public @Nullable SqlNode visit(SqlIdentifier identifier) {
    if (identifier.isSimple()
        && !identifier.isComponentQuoted(0)
        && BARE_WORDS.contains(identifier.getSimple().toUpperCase(Locale.ROOT))) {
      return apply(SqlTree.function(identifier.getSimple(), identifier.getParserPosition()));
    }
    return identifier;
  }
}
