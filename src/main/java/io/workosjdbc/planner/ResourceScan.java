package io.workosjdbc.planner;

import java.util.List;
import org.apache.calcite.plan.Convention;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.plan.RelOptPlanner;
import org.apache.calcite.plan.RelOptTable;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelCollation;
import org.apache.calcite.rel.RelCollations;
import org.apache.calcite.rel.RelNode;

/**
 * The logical leaf: a scan in no convention, so that every rule sees what the one before it made.
 * Absorbing a filter makes it give fewer rows, never too few, because the filter stays above it.
 */
final class ResourceScan extends AbstractResourceScan {

  private ResourceScan(
      RelOptCluster cluster,
      RelTraitSet traits,
      RelOptTable table,
      ScanSpec spec,
      ScanContext context) {
    super(cluster, traits, table, spec, context);
  }

  static ResourceScan of(
      RelOptCluster cluster, RelOptTable table, ScanSpec spec, ScanContext context) {
    var collation =
        spec.wish()
            .order()
            .map(direction -> SortOrder.collation(spec, direction))
            .orElse(RelCollations.EMPTY);
    return new ResourceScan(
        cluster,
        traits(cluster, collation),
        NarrowedTable.of(table, spec.columns(), cluster),
        spec,
        context);
  }

  private static RelTraitSet traits(RelOptCluster cluster, RelCollation collation) {
    return cluster.traitSetOf(Convention.NONE).replace(collation);
  }

  ResourceScan with(ScanSpec changed) {
    return of(getCluster(), getTable(), changed, context);
  }

  @Override
  public void register(RelOptPlanner planner) {
    ScanRules.ALL.forEach(planner::addRule);
    DateRanges.replaceCalcites(planner);
    ExactLimit.replaceCalcites(planner);
  }

  @Override
  public RelNode copy(RelTraitSet traits, List<RelNode> inputs) {
    return new ResourceScan(getCluster(), traits, getTable(), spec, context);
  }
}
