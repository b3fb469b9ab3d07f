package io.workosjdbc.planner;

import io.workosjdbc.planner.sql.HidingTable;
import io.workosjdbc.resource.Resource;
import java.util.List;
import org.apache.calcite.plan.RelOptTable;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.schema.Statistic;
import org.apache.calcite.schema.Statistics;
import org.apache.calcite.schema.TranslatableTable;
import org.apache.calcite.schema.impl.AbstractTable;
import org.apache.calcite.util.ImmutableBitSet;

/** A resource as a table of Calcite's. */
final class ResourceTable extends AbstractTable
    implements TranslatableTable, DeclaredTable, HidingTable {

  private final Resource resource;
  private final ScanContext context;

  ResourceTable(Resource resource, ScanContext context) {
    this.resource = resource;
    this.context = context;
  }

  @Override
  public Resource resource() {
    return resource;
  }

  @Override
  public RelDataType getRowType(RelDataTypeFactory types) {
    return SqlTypes.row(resource, Provenance.columns(resource, context), types);
  }

  /** The primary key is the only promise; foreign keys may point nowhere. */
  @Override
  public Statistic getStatistic() {
    return Statistics.of(
        (double) resource.listing().expectedPages() * resource.listing().paging().size(),
        List.of(ImmutableBitSet.of(resource.primaryKey().stream().map(this::position).toList())));
  }

  private int position(String column) {
    return resource.columns().indexOf(resource.required(column));
  }

  @Override
  public boolean hides(String column) {
    return !context.showsProvenance() && Provenance.named(column).isPresent();
  }

  @Override
  public RelNode toRel(RelOptTable.ToRelContext toRel, RelOptTable table) {
    return ResourceScan.of(
        toRel.getCluster(),
        table,
        ScanSpec.all(resource, table.getRowType().getFieldCount()),
        context);
  }
}
