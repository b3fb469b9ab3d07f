package io.workosjdbc.planner.sql;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.calcite.adapter.java.JavaTypeFactory;
import org.apache.calcite.prepare.CalciteCatalogReader;
import org.apache.calcite.prepare.CalciteSqlValidator;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlIntervalLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlOperatorTable;
import org.apache.calcite.sql.SqlSelectKeyword;
import org.apache.calcite.sql.SqlWindow;
import org.apache.calcite.sql.type.SqlTypeFamily;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.validate.SelectScope;
import org.apache.calcite.sql.validate.SqlValidatorScope;
import org.apache.calcite.util.Util;
import org.jspecify.annotations.Nullable;

/**
 * Calcite's validator, except that a star does not stand for what a {@link HidingTable} hides, and
 * that DISTINCT in a window is refused, where Calcite would count every row, and so are frames of
 * which it would take the wrong rows.
 */
final class DialectValidator extends CalciteSqlValidator {

  DialectValidator(
      SqlOperatorTable operators,
      CalciteCatalogReader catalog,
      JavaTypeFactory types,
      Config config) {
    super(operators, catalog, types, config);
  }

  /** Is called for the columns of a star only. */
  @Override
  protected void addToSelectList(
      List<SqlNode> list,
      Set<String> aliases,
      List<Map.Entry<String, RelDataType>> fields,
      SqlNode expression,
      SelectScope scope,
      boolean includeSystemVars) {
    if (!(expression instanceof SqlIdentifier column) || !isHidden(column, scope)) {
      super.addToSelectList(list, aliases, fields, expression, scope, includeSystemVars);
    }
  }

  @Override
  public void validateWindow(SqlNode window, SqlValidatorScope scope, @Nullable SqlCall call) {
    if (call != null
        && call.getFunctionQuantifier() != null
        && call.getFunctionQuantifier().getValue() == SqlSelectKeyword.DISTINCT) {
      throw Mistake.at(call, "DISTINCT is not supported in a window: select distinct rows first");
    }
    super.validateWindow(window, scope, call);
    refuseFrame(resolveWindow(window, scope), scope);
  }

  /** Calcite forgets the frame of a window that begins with another one's name. */
  @Override
  public SqlWindow resolveWindow(SqlNode windowOrName, SqlValidatorScope scope) {
    var resolved = super.resolveWindow(windowOrName, scope);
    var written =
        windowOrName instanceof SqlIdentifier name
            ? scope.lookupWindow(name.getSimple())
            : windowOrName;
    if (written instanceof SqlWindow window && window.getRefName() != null) {
      Optional.ofNullable(window.getLowerBound()).ifPresent(resolved::setLowerBound);
      Optional.ofNullable(window.getUpperBound()).ifPresent(resolved::setUpperBound);
    }
    return resolved;
  }

  /** What Calcite would compute with the wrong rows. */
  private void refuseFrame(SqlWindow window, SqlValidatorScope scope) {
    for (var bound : new SqlNode[] {window.getLowerBound(), window.getUpperBound()}) {
      if (window.isRows() || !(bound instanceof SqlCall distance) || distance.operandCount() != 1) {
        continue;
      }
      if (window.getOrderList().stream().anyMatch(DialectValidator::isDescending)) {
        throw Mistake.at(
            bound,
            "RANGE with a distance is not supported for ORDER BY ... DESC: sort ascending, with"
                + " PRECEDING and FOLLOWING the other way round");
      }
      if (distance.operand(0) instanceof SqlIntervalLiteral interval) {
        if (interval.getTypeName().getFamily() == SqlTypeFamily.INTERVAL_YEAR_MONTH) {
          throw Mistake.at(bound, "RANGE with months is not supported: say how many days");
        }
        if (deriveType(scope, window.getOrderList().get(0)).getSqlTypeName() == SqlTypeName.DATE) {
          throw Mistake.at(bound, "RANGE with an interval needs a TIMESTAMP to sort by: cast it");
        }
      }
    }
  }

  private static boolean isDescending(SqlNode key) {
    return switch (key.getKind()) {
      case DESCENDING -> true;
      case NULLS_FIRST, NULLS_LAST -> isDescending(((SqlCall) key).operand(0));
      default -> false;
    };
  }

  private static boolean isHidden(SqlIdentifier column, SelectScope scope) {
    var namespace = scope.fullyQualify(column).namespace;
    if (namespace == null || namespace.getTable() == null) {
      return false;
    }
    var table = namespace.getTable().unwrap(HidingTable.class);
    return table != null && table.hides(Util.last(column.names));
  }
}
