package io.workosjdbc.planner;

import io.workosjdbc.request.Wish;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.calcite.adapter.enumerable.EnumerableAggregate;
import org.apache.calcite.adapter.enumerable.EnumerableCalc;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.plan.RelOptUtil.InputFinder;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexPermuteInputsShuttle;
import org.apache.calcite.rex.RexProgram;
import org.apache.calcite.rex.RexProgramBuilder;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.tools.Program;
import org.apache.calcite.util.mapping.Mapping;
import org.apache.calcite.util.mapping.MappingType;
import org.apache.calcite.util.mapping.Mappings;

/**
 * Lets a scan that is aggregated give rows that are alike once, with their number, where an archive
 * may have them by the thousand: in lists by time. The filter stays above the scan and sees one row
 * for all of them, which is why none of the times that it compares with may lie between them. Runs
 * on a finished plan, because it changes nothing of what is asked for.
 */
final class CountedRows {

  static final Program INSTANCE = FinishedPlan.changing(CountedRows::counted);

  private CountedRows() {}

  private static RelNode counted(RelNode node) {
    return node instanceof EnumerableAggregate aggregate
        ? Input.of(aggregate.getInput()).flatMap(input -> input.counted(aggregate)).orElse(node)
        : node;
  }

  /**
   * What is aggregated.
   *
   * @param outputs its columns, over those of the scan
   */
  private record Input(
      EnumerableResourceScan scan, List<RexNode> outputs, Optional<RexNode> condition) {

    static Optional<Input> of(RelNode node) {
      if (node instanceof EnumerableResourceScan scan) {
        var all = scan.getCluster().getRexBuilder().identityProjects(scan.getRowType());
        return Optional.of(new Input(scan, List.copyOf(all), Optional.empty()));
      }
      return node instanceof EnumerableCalc calc
              && calc.getInput() instanceof EnumerableResourceScan scan
          ? Optional.of(of(scan, calc.getProgram()))
          : Optional.empty();
    }

    private static Input of(EnumerableResourceScan scan, RexProgram program) {
      return new Input(
          scan,
          program.getProjectList().stream().map(program::expandLocalRef).toList(),
          Optional.ofNullable(program.getCondition()).map(program::expandLocalRef));
    }

    /** The same aggregate over rows with their number, unless it has to see each of them. */
    Optional<RelNode> counted(Aggregate aggregate) {
      var range = scan.spec.resource().listing().timeRange();
      return range.flatMap(time -> counted(aggregate, time.column()));
    }

    private Optional<RelNode> counted(Aggregate aggregate, String time) {
      var used = List.copyOf(RelOptUtil.getAllFields(aggregate));
      var needed = Stream.concat(used.stream().map(outputs::get), condition.stream()).toList();
      var uses = new TimeUses(scan.spec, time, builder());
      needed.forEach(uses::add);
      boolean isCountable =
          scan.spec.wish().equals(Wish.NONE)
              && !uses.isNeeded()
              && needed.stream().allMatch(RexUtil::isDeterministic)
              && aggregate.getAggCallList().stream()
                  .allMatch(call -> CountedCalls.isCountable(call, outputs));
      return isCountable ? Optional.of(over(aggregate, used, needed, uses)) : Optional.empty();
    }

    private RexBuilder builder() {
      return scan.getCluster().getRexBuilder();
    }

    /**
     * @param used the outputs that the aggregate reads
     * @param needed expressions over the scan, with all columns that it needs
     */
    private RelNode over(
        Aggregate aggregate, List<Integer> used, List<RexNode> needed, TimeUses uses) {
      var columns = InputFinder.bits(needed, null).asList();
      var rows = scan.counting(columns, uses);
      var narrow = new RexPermuteInputsShuttle(mapping(columns, scan.spec.columns().size()), rows);
      var calls =
          new CountedCalls(
              builder(),
              narrow.visitList(used.stream().map(outputs::get).toList()),
              builder().makeInputRef(rows, columns.size()));
      var moved = mapping(used, outputs.size());
      var counted =
          aggregate.getAggCallList().stream().map(call -> calls.of(call.transform(moved))).toList();
      var program = program(rows, calls.outputs(), condition.map(narrow::apply));
      return aggregate.copy(
          aggregate.getTraitSet(),
          EnumerableCalc.create(rows, program),
          aggregate.getGroupSet().permute(moved),
          aggregate.getGroupSets().stream().map(set -> set.permute(moved)).toList(),
          counted);
    }

    private RexProgram program(RelNode rows, List<RexNode> of, Optional<RexNode> filter) {
      var program = new RexProgramBuilder(rows.getRowType(), builder());
      of.forEach(output -> program.addProject(output, null));
      filter.ifPresent(program::addCondition);
      return program.getProgram();
    }

    /** Where the kept positions, in ascending order, are found among themselves. */
    private static Mapping mapping(List<Integer> kept, int width) {
      var mapping = Mappings.create(MappingType.PARTIAL_FUNCTION, width, Math.max(1, kept.size()));
      for (int position = 0; position < kept.size(); position++) {
        mapping.set(kept.get(position), position);
      }
      return mapping;
    }
  }
}
