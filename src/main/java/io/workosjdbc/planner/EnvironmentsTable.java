package io.workosjdbc.planner;

import com.google.common.collect.ImmutableList;
import io.workosjdbc.planner.sql.HidingTable;
import io.workosjdbc.resource.Column;
import io.workosjdbc.resource.Resource;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.plan.RelOptTable;
import org.apache.calcite.prepare.RelOptTableImpl;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.RelFactories;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.schema.TranslatableTable;
import org.apache.calcite.schema.impl.AbstractTable;
import org.apache.calcite.sql.type.SqlTypeName;

/**
 * A table with the rows of several environments. It is no more than a union of their scans, each
 * below a projection that adds the environment's name, so that every rule for unions applies.
 */
final class EnvironmentsTable extends AbstractTable
    implements TranslatableTable, DeclaredTable, HidingTable {

  private final Resource inEach;
  private final List<EnvironmentsSchema.Environment> environments;
  private final Resource resource;

  EnvironmentsTable(Resource inEach, List<EnvironmentsSchema.Environment> environments) {
    this.inEach = inEach;
    this.environments = List.copyOf(environments);
    this.resource = inEach.within(EnvironmentsSchema.COLUMN);
  }

  @Override
  public Resource resource() {
    return resource;
  }

  @Override
  public RelDataType getRowType(RelDataTypeFactory types) {
    return types
        .builder()
        .add(EnvironmentsSchema.COLUMN.name(), SqlTypeName.VARCHAR)
        .addAll(SqlTypes.row(inEach, columns(), types).getFieldList())
        .build();
  }

  private List<Column> columns() {
    return Provenance.columns(inEach, environments.get(0).context());
  }

  @Override
  public boolean hides(String column) {
    return !environments.get(0).context().showsProvenance() && Provenance.named(column).isPresent();
  }

  @Override
  public RelNode toRel(RelOptTable.ToRelContext toRel, RelOptTable table) {
    var cluster = toRel.getCluster();
    EnvironmentsProgram.isNeededBy(cluster.getPlanner());
    var types = cluster.getTypeFactory();
    var builder = RelFactories.LOGICAL_BUILDER.create(cluster, table.getRelOptSchema());
    for (var environment : environments) {
      var one =
          RelOptTableImpl.create(
              table.getRelOptSchema(),
              SqlTypes.row(inEach, columns(), types),
              new ResourceTable(inEach, environment.context()),
              ImmutableList.of(environment.name(), inEach.table()));
      builder.push(
          ResourceScan.of(
              cluster, one, ScanSpec.all(inEach, columns().size()), environment.context()));
      var columns = new ArrayList<RexNode>();
      var text = types.createSqlType(SqlTypeName.VARCHAR);
      columns.add(cluster.getRexBuilder().makeLiteral(environment.name(), text, true));
      columns.addAll(builder.fields());
      builder.project(columns, table.getRowType().getFieldNames());
    }
    return builder.union(true, environments.size()).build();
  }
}
