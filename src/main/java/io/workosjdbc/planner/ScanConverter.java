package io.workosjdbc.planner;

import org.apache.calcite.adapter.enumerable.EnumerableConvention;
import org.apache.calcite.plan.Convention;
import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.convert.ConverterRule;

/** Makes the executable leaf of a logical one, keeping the order in which it gives its rows. */
final class ScanConverter extends ConverterRule {

  static final RelOptRule RULE =
      Config.INSTANCE
          .withConversion(
              ResourceScan.class,
              Convention.NONE,
              EnumerableConvention.INSTANCE,
              "ScanToEnumerable")
          .withRuleFactory(ScanConverter::new)
          .toRule();

  private ScanConverter(Config config) {
    super(config);
  }

  @Override
  public RelNode convert(RelNode rel) {
    var scan = (ResourceScan) rel;
    return new EnumerableResourceScan(
        scan.getCluster(),
        scan.getTraitSet().replace(EnumerableConvention.INSTANCE),
        scan.getTable(),
        scan.spec,
        scan.context);
  }
}
