package io.workosjdbc.planner;

import io.workosjdbc.resource.View;
import java.util.List;
import org.apache.calcite.plan.RelOptTable;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Union;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.schema.Schema;
import org.apache.calcite.schema.TranslatableTable;
import org.apache.calcite.schema.impl.AbstractTable;
import org.apache.calcite.sql.type.SqlTypeName;

/**
 * A view as a table of Calcite's. Its columns are declared, so that telling of them parses nothing;
 * a query that names it is planned as if it held the view's own.
 */
final class SqlView extends AbstractTable implements TranslatableTable {

  private static final int MILLISECONDS = 3;

  private final View view;
  private final List<String> tables;

  /**
   * @param tables the schema in which the view's query finds its tables
   */
  SqlView(View view, List<String> tables) {
    this.view = view;
    this.tables = tables;
  }

  View view() {
    return view;
  }

  @Override
  public RelDataType getRowType(RelDataTypeFactory types) {
    var row = types.builder();
    view.columns()
        .forEach(
            column ->
                row.add(column.name(), type(column.type(), types)).nullable(column.nullable()));
    return row.build();
  }

  private static RelDataType type(View.Type type, RelDataTypeFactory types) {
    return switch (type) {
      case VARCHAR -> types.createSqlType(SqlTypeName.VARCHAR);
      case BIGINT -> types.createSqlType(SqlTypeName.BIGINT);
      case DOUBLE -> types.createSqlType(SqlTypeName.DOUBLE);
      case BOOLEAN -> types.createSqlType(SqlTypeName.BOOLEAN);
      case DATE -> types.createSqlType(SqlTypeName.DATE);
      case TIMESTAMP -> types.createSqlType(SqlTypeName.TIMESTAMP, MILLISECONDS);
    };
  }

  @Override
  public Schema.TableType getJdbcTableType() {
    return Schema.TableType.VIEW;
  }

  @Override
  public RelNode toRel(RelOptTable.ToRelContext context, RelOptTable table) {
    var type = table.getRowType();
    var query = context.expandView(type, view.sql(), tables, table.getQualifiedName());
    if (hasBranches(query.rel)) {
      EnvironmentsProgram.isNeededBy(context.getCluster().getPlanner());
    }
    return RelOptUtil.createCastRel(query.rel, type, true);
  }

  /** Whether it puts lists of several schemas together, into which filters have to move. */
  private static boolean hasBranches(RelNode rel) {
    return rel instanceof Union || rel.getInputs().stream().anyMatch(SqlView::hasBranches);
  }
}
