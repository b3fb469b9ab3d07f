package io.workosjdbc.planner;

import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.DataContext;
import org.apache.calcite.adapter.enumerable.EnumerableConvention;
import org.apache.calcite.adapter.enumerable.EnumerableRel;
import org.apache.calcite.adapter.enumerable.EnumerableRelImplementor;
import org.apache.calcite.adapter.enumerable.PhysTypeImpl;
import org.apache.calcite.adapter.java.JavaTypeFactory;
import org.apache.calcite.linq4j.tree.Blocks;
import org.apache.calcite.linq4j.tree.Expressions;
import org.apache.calcite.linq4j.tree.Primitive;
import org.apache.calcite.linq4j.tree.Types;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.rel.AbstractRelNode;
import org.apache.calcite.rel.RelWriter;
import org.apache.calcite.rel.metadata.RelMetadataQuery;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexDynamicParam;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.jspecify.annotations.Nullable;

/**
 * Rows of literals and parameters, however many. Calcite's own rows become code, which must be no
 * longer than 64 KB; these are handed to the code as they are.
 */
final class ListedRows extends AbstractRelNode implements EnumerableRel {
  private static final Method ROWS =
      Types.lookupMethod(ListedValues.class, "rows", DataContext.class);

  private final List<List<RexNode>> rows;

  /**
   * @param rows of {@link RexLiteral}s and {@link RexDynamicParam}s
   */
  ListedRows(RelOptCluster cluster, RelDataType type, List<List<RexNode>> rows) {
    super(cluster, cluster.traitSetOf(EnumerableConvention.INSTANCE));
    this.rowType = type;
    this.rows = List.copyOf(rows);
  }

  static boolean canHold(RexNode value) {
    return value instanceof RexLiteral || value instanceof RexDynamicParam;
  }

  @Override
  public double estimateRowCount(RelMetadataQuery metadata) {
    return rows.size();
  }

  /** Values may be those of people: how many there are must do. */
  @Override
  public RelWriter explainTerms(RelWriter writer) {
    return super.explainTerms(writer).item("rows", rows.size());
  }

  @Override
  public boolean deepEquals(@Nullable Object other) {
    return other instanceof ListedRows list
        && list.getRowType().equals(getRowType())
        && list.rows.equals(rows);
  }

  @Override
  public int deepHashCode() {
    return rows.hashCode();
  }

  @Override
  public Result implement(EnumerableRelImplementor implementor, Prefer prefer) {
    var types = implementor.getTypeFactory();
    var physical = PhysTypeImpl.of(types, getRowType(), prefer.preferArray());
    var format = RowFormat.valueOf(physical.getFormat().name());
    var values = implementor.stash(new ListedValues(cells(types), format), ListedValues.class);
    return implementor.result(
        physical, Blocks.toBlock(Expressions.call(values, ROWS, DataContext.ROOT)));
  }

  private List<List<ListedValues.Cell>> cells(JavaTypeFactory types) {
    var cells = new ArrayList<List<ListedValues.Cell>>(rows.size());
    for (var row : rows) {
      var cellsOfRow = new ArrayList<ListedValues.Cell>(row.size());
      for (int column = 0; column < row.size(); column++) {
        var type = getRowType().getFieldList().get(column).getType();
        cellsOfRow.add(cell(row.get(column), type, Primitive.box(types.getJavaClass(type))));
      }
      cells.add(cellsOfRow);
    }
    return cells;
  }

  private static ListedValues.Cell cell(RexNode value, RelDataType type, Type javaType) {
    var javaClass = (Class<?>) javaType;
    if (value instanceof RexDynamicParam parameter) {
      return new ListedValues.Cell(parameter.getName(), null, javaClass, type.getScale());
    }
    @Nullable Object constant = ((RexLiteral) value).getValueAs(javaClass);
    return new ListedValues.Cell("", constant, javaClass, 0);
  }
}
