package io.workosjdbc.planner;

import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.linq4j.tree.Expression;
import org.apache.calcite.plan.RelOptSchema;
import org.apache.calcite.plan.RelOptTable;
import org.apache.calcite.rel.RelCollation;
import org.apache.calcite.rel.RelDistribution;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelReferentialConstraint;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeField;
import org.apache.calcite.schema.ColumnStrategy;
import org.apache.calcite.util.ImmutableBitSet;
import org.jspecify.annotations.Nullable;

/**
 * A table seen through a projection. Calcite reads a table's keys with the scan's positions, so a
 * scan that gives fewer columns needs a table whose keys are moved along; with the table's own
 * keys, the first remaining column would be taken for unique, and joins and rows would be dropped.
 */
final class NarrowedTable implements RelOptTable {

  private final RelOptTable whole;
  private final List<Integer> columns;
  private final RelDataType rowType;

  private NarrowedTable(RelOptTable whole, List<Integer> columns, RelDataType rowType) {
    this.whole = whole;
    this.columns = columns;
    this.rowType = rowType;
  }

  static NarrowedTable of(
      RelOptTable table, List<Integer> columns, org.apache.calcite.plan.RelOptCluster cluster) {
    var whole = table instanceof NarrowedTable narrowed ? narrowed.whole : table;
    var fields = whole.getRowType().getFieldList();
    var row = cluster.getTypeFactory().builder();
    columns.forEach(column -> row.add(fields.get(column)));
    return new NarrowedTable(whole, columns, row.build());
  }

  @Override
  public List<ImmutableBitSet> getKeys() {
    var keys = new ArrayList<ImmutableBitSet>();
    for (var key : whole.getKeys()) {
      var positions = key.asList().stream().map(columns::indexOf).toList();
      if (!positions.contains(-1)) {
        keys.add(ImmutableBitSet.of(positions));
      }
    }
    return keys;
  }

  @Override
  public boolean isKey(ImmutableBitSet positions) {
    return getKeys().stream().anyMatch(positions::contains);
  }

  @Override
  public List<RelReferentialConstraint> getReferentialConstraints() {
    return List.of();
  }

  @Override
  public List<String> getQualifiedName() {
    return whole.getQualifiedName();
  }

  @Override
  public double getRowCount() {
    return whole.getRowCount();
  }

  @Override
  public RelDataType getRowType() {
    return rowType;
  }

  @Override
  public @Nullable RelOptSchema getRelOptSchema() {
    return whole.getRelOptSchema();
  }

  @Override
  public RelNode toRel(ToRelContext context) {
    throw new UnsupportedOperationException("A narrowed table is made for an existing scan");
  }

  @Override
  public List<RelCollation> getCollationList() {
    return List.of();
  }

  @Override
  public @Nullable RelDistribution getDistribution() {
    return whole.getDistribution();
  }

  @Override
  @SuppressWarnings("rawtypes") // the interface's own signature
  public @Nullable Expression getExpression(Class type) {
    return whole.getExpression(type);
  }

  @Override
  public RelOptTable extend(List<RelDataTypeField> extendedFields) {
    throw new UnsupportedOperationException("The columns of a table are fixed");
  }

  @Override
  public List<ColumnStrategy> getColumnStrategies() {
    return columns.stream().map(whole.getColumnStrategies()::get).toList();
  }

  @Override
  public <C> @Nullable C unwrap(Class<C> type) {
    return type.isInstance(this) ? type.cast(this) : whole.unwrap(type);
  }
}
