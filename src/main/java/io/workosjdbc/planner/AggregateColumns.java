package io.workosjdbc.planner;

import io.workosjdbc.resource.TimeRange;
import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.plan.RelOptRuleCall;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.logical.LogicalAggregate;
import org.apache.calcite.util.ImmutableBitSet;
import org.apache.calcite.util.mapping.MappingType;
import org.apache.calcite.util.mapping.Mappings;

/**
 * A scan gives an aggregate only the columns that it uses. Where it counts rows and uses none,
 * Calcite would have all of them read, those of other tables included.
 */
final class AggregateColumns {

  static final RelOptRule RULE =
      Rule.of(
          "ScanAbsorbsAggregateColumns",
          aggregate ->
              aggregate
                  .operand(LogicalAggregate.class)
                  .oneInput(scan -> scan.operand(ResourceScan.class).noInputs()),
          AggregateColumns::narrow);

  private AggregateColumns() {}

  private static void narrow(RelOptRuleCall call) {
    LogicalAggregate aggregate = call.rel(0);
    ResourceScan scan = call.rel(1);
    var used = ImmutableBitSet.of(RelOptUtil.getAllFields(aggregate));
    var kept = used.isEmpty() ? ImmutableBitSet.of(cheapest(scan.spec)) : used;
    int width = scan.spec.columns().size();
    if (kept.cardinality() >= width) {
      return;
    }
    var columns = kept.toList().stream().map(scan.spec.columns()::get).toList();
    var mapping = Mappings.create(MappingType.PARTIAL_FUNCTION, width, kept.cardinality());
    kept.toList().forEach(position -> mapping.set(position, kept.indexOf(position)));
    call.transformTo(
        aggregate.copy(
            aggregate.getTraitSet(),
            scan.with(scan.spec.withColumns(columns)),
            aggregate.getGroupSet().permute(mapping),
            aggregate.getGroupSets().stream().map(set -> set.permute(mapping)).toList(),
            aggregate.getAggCallList().stream().map(each -> each.transform(mapping)).toList()));
  }

  /** The column that is read in any case: the time, else the key, else the first. */
  private static int cheapest(ScanSpec spec) {
    var resource = spec.resource();
    var name = resource.listing().timeRange().map(TimeRange::column).orElse(resource.key().name());
    int position = spec.columns().indexOf(resource.columns().indexOf(resource.required(name)));
    return Math.max(0, position);
  }
}
