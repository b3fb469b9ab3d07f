package io.workosjdbc.planner;

import io.workosjdbc.request.Wish;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.plan.RelOptRuleCall;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.logical.LogicalFilter;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rel.logical.LogicalSort;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexPermuteInputsShuttle;
import org.apache.calcite.util.mapping.Mapping;
import org.apache.calcite.util.mapping.MappingType;
import org.apache.calcite.util.mapping.Mappings;
import org.jspecify.annotations.Nullable;

/** The rules by which a scan absorbs what stands above it. */
final class ScanRules {

  /**
   * Of rows that a filter will see, this many are thought to be needed for one that it lets
   * through.
   */
  private static final long ROWS_PER_MATCH = 10;

  /** How many rows {@code LIMIT ?} is thought to ask for. */
  private static final long ROWS_OF_A_PARAMETER = 100;

  static final List<RelOptRule> ALL =
      List.of(
          Rule.of(
              "ScanAbsorbsFilter",
              filter ->
                  filter
                      .operand(LogicalFilter.class)
                      .oneInput(scan -> scan.operand(ResourceScan.class).noInputs()),
              ScanRules::filter),
          Rule.of(
              "ScanAbsorbsProject",
              project ->
                  project
                      .operand(LogicalProject.class)
                      .oneInput(scan -> scan.operand(ResourceScan.class).noInputs()),
              ScanRules::project),
          Rule.of(
              "ScanAbsorbsSort",
              sort ->
                  sort.operand(LogicalSort.class)
                      .oneInput(scan -> scan.operand(ResourceScan.class).noInputs()),
              ScanRules::sort),
          Rule.of(
              "ScanAbsorbsSortOverFilter",
              sort ->
                  sort.operand(LogicalSort.class)
                      .oneInput(
                          filter ->
                              filter
                                  .operand(LogicalFilter.class)
                                  .oneInput(scan -> scan.operand(ResourceScan.class).noInputs())),
              ScanRules::sortOverFilter),
          AggregateColumns.RULE,
          DistinctConstants.RULE,
          BindJoinRule.RULE,
          BindJoinRule.KEYS_BELOW_PROJECT,
          ScanConverter.RULE);

  private ScanRules() {}

  /** The filter stays: what the API answers may be more than was asked for. */
  private static void filter(RelOptRuleCall call) {
    LogicalFilter filter = call.rel(0);
    ResourceScan scan = call.rel(1);
    narrowed(scan, filter)
        .ifPresent(
            narrower -> call.transformTo(filter.copy(filter.getTraitSet(), List.of(narrower))));
  }

  private static Optional<ResourceScan> narrowed(ResourceScan scan, LogicalFilter filter) {
    var spec = scan.spec;
    var translation = new RexConditions(spec, scan.getCluster().getRexBuilder());
    var useful =
        scan.context.requests().useful(spec.resource(), translation.of(filter.getCondition()));
    var condition = spec.condition().and(useful);
    var guards =
        scan.context.requests().pushdown()
            ? translation.guards(filter.getCondition())
            : spec.guards();
    return condition.equals(spec.condition()) && guards.equals(spec.guards())
        ? Optional.empty()
        : Optional.of(scan.with(spec.withCondition(condition, translation.values(), guards)));
  }

  /** The scan gives only the columns that the projection uses. */
  private static void project(RelOptRuleCall call) {
    LogicalProject project = call.rel(0);
    ResourceScan scan = call.rel(1);
    var used = used(project);
    if (used.size() == scan.spec.columns().size()) {
      return;
    }
    var columns = used.stream().map(scan.spec.columns()::get).toList();
    RelNode narrow = scan.with(scan.spec.withColumns(columns));
    Mapping mapping =
        Mappings.create(MappingType.PARTIAL_FUNCTION, scan.spec.columns().size(), columns.size());
    for (int position = 0; position < used.size(); position++) {
      mapping.set(used.get(position), position);
    }
    List<RexNode> expressions =
        new RexPermuteInputsShuttle(mapping, scan).visitList(project.getProjects());
    call.transformTo(
        call.builder()
            .push(narrow)
            .project(expressions, project.getRowType().getFieldNames())
            .build());
  }

  /** Calcite cannot compute a window over an input without columns. */
  private static List<Integer> used(LogicalProject project) {
    var used = RelOptUtil.InputFinder.bits(project.getProjects(), null);
    return used.isEmpty() && project.containsOver() ? List.of(0) : used.asList();
  }

  private static void sort(RelOptRuleCall call) {
    LogicalSort sort = call.rel(0);
    ResourceScan scan = call.rel(1);
    wish(scan, sort, 1)
        .ifPresent(
            wish ->
                call.transformTo(
                    sort.copy(sort.getTraitSet(), List.of(scan.with(scan.spec.withWish(wish))))));
  }

  private static void sortOverFilter(RelOptRuleCall call) {
    LogicalSort sort = call.rel(0);
    LogicalFilter filter = call.rel(1);
    ResourceScan scan = call.rel(2);
    wish(scan, sort, ROWS_PER_MATCH)
        .ifPresent(
            wish -> {
              var wishing = scan.with(scan.spec.withWish(wish));
              var above = filter.copy(wishing.getTraitSet(), List.of(wishing));
              call.transformTo(sort.copy(sort.getTraitSet(), List.of(above)));
            });
  }

  /** What the sort would like of the scan, if that is new and can be had. */
  private static Optional<Wish> wish(ResourceScan scan, LogicalSort sort, long rowsPerMatch) {
    if (!scan.spec.wish().equals(Wish.NONE) || !scan.context.requests().pushdown()) {
      return Optional.empty();
    }
    var limit = limit(sort, rowsPerMatch);
    if (sort.getCollation().getFieldCollations().isEmpty()) {
      return Optional.of(new Wish(Optional.empty(), limit, isSure(limit, rowsPerMatch)));
    }
    return SortOrder.of(scan.spec, sort.getCollation())
        .map(way -> new Wish(Optional.of(way), limit, isSure(limit, rowsPerMatch)))
        .filter(wish -> scan.with(scan.spec.withWish(wish)).plan().order().isPresent());
  }

  private static boolean isSure(OptionalLong limit, long rowsPerMatch) {
    return limit.isPresent() && rowsPerMatch == 1;
  }

  /** How many rows the sort will read at the most; about so many when parameters say it. */
  private static OptionalLong limit(LogicalSort sort, long rowsPerMatch) {
    return sort.fetch == null
        ? OptionalLong.empty()
        : OptionalLong.of(Math.max(1, (rows(sort.fetch) + rows(sort.offset)) * rowsPerMatch));
  }

  private static long rows(@Nullable RexNode number) {
    if (number == null) {
      return 0;
    }
    return number instanceof RexLiteral ? RexLiteral.intValue(number) : ROWS_OF_A_PARAMETER;
  }
}
