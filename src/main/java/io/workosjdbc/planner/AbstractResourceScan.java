package io.workosjdbc.planner;

import io.workosjdbc.request.AccessPlan;
import io.workosjdbc.request.Estimate;
import io.workosjdbc.request.RequestPlanner;
import io.workosjdbc.request.Wish;
import io.workosjdbc.resource.Extraction.LookedUp;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.plan.RelOptCost;
import org.apache.calcite.plan.RelOptPlanner;
import org.apache.calcite.plan.RelOptTable;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelWriter;
import org.apache.calcite.rel.core.CorrelationId;
import org.apache.calcite.rel.core.TableScan;
import org.apache.calcite.rel.metadata.RelMetadataQuery;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.sql.SqlExplainLevel;

/** What the logical and the executable scan have in common: a specification and its cost. */
abstract class AbstractResourceScan extends TableScan {

  /** A request costs as much as this many rows: requests first, rows second. */
  private static final double ROWS_PER_REQUEST = 1e6;

  /**
   * What every single condition saves at least, so that a scan that has absorbed it wins over one
   * that has not. That matters: a lower bound of time replaces the lookback.
   */
  private static final double NARROWED = 0.98;

  final ScanSpec spec;
  final ScanContext context;

  AbstractResourceScan(
      RelOptCluster cluster,
      RelTraitSet traits,
      RelOptTable table,
      ScanSpec spec,
      ScanContext context) {
    super(cluster, traits, List.of(), table);
    this.spec = spec;
    this.context = context;
  }

  @Override
  public RelDataType deriveRowType() {
    var types = getCluster().getTypeFactory();
    return spec.counting()
        .map(how -> Counting.row(table.getRowType(), types))
        .orElse(table.getRowType());
  }

  /** The requests, with placeholders for what only a run will know. */
  AccessPlan plan() {
    return plan(spec.wish());
  }

  private AccessPlan plan(Wish wish) {
    return plan(context.requests(), wish);
  }

  private AccessPlan plan(RequestPlanner requests, Wish wish) {
    return requests.plan(
        spec.resource(), Binding.placeholders(spec), wish, context.clock().instant());
  }

  /**
   * An order costs nothing: it is the sort above that a scan in order saves. Nor does the lookback
   * count, which would make a scan without a lower bound look cheaper than one with it.
   */
  private Estimate estimate() {
    var limit = spec.wish().limit();
    var requests = context.requests().withoutLookback();
    return Estimate.of(plan(requests, new Wish(Optional.empty(), limit)), requests.sizes(), limit);
  }

  @Override
  public double estimateRowCount(RelMetadataQuery metadata) {
    return Math.max(1, estimate().rows() * narrowing());
  }

  @Override
  public RelOptCost computeSelfCost(RelOptPlanner planner, RelMetadataQuery metadata) {
    double lookups =
        spec.projection().stream()
            .filter(column -> column.extraction() instanceof LookedUp)
            .count();
    double rows = estimateRowCount(metadata) + 0.01 * spec.columns().size();
    double requests = estimate().requests() * narrowing() + lookups;
    return planner.getCostFactory().makeCost(rows + requests * ROWS_PER_REQUEST, rows, 0);
  }

  private double narrowing() {
    return Math.pow(NARROWED, Math.min(10, spec.condition().size() + spec.guards().size()));
  }

  @Override
  public void collectVariablesUsed(Set<CorrelationId> variables) {
    var visitor = new RelOptUtil.VariableUsedVisitor(null);
    spec.values().forEach(value -> value.accept(visitor));
    variables.addAll(visitor.variables);
  }

  /** In a digest the specification, which identifies the scan; for people the requests. */
  @Override
  public RelWriter explainTerms(RelWriter writer) {
    if (writer.getDetailLevel() == SqlExplainLevel.DIGEST_ATTRIBUTES) {
      return super.explainTerms(writer).item("spec", spec);
    }
    return Explanation.of(this).write(super.explainTerms(writer));
  }
}
