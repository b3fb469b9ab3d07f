package io.workosjdbc.planner;

import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.DataContext;
import org.apache.calcite.adapter.enumerable.EnumerableRel;
import org.apache.calcite.adapter.enumerable.EnumerableRelImplementor;
import org.apache.calcite.adapter.enumerable.JavaRowFormat;
import org.apache.calcite.adapter.enumerable.PhysTypeImpl;
import org.apache.calcite.adapter.enumerable.RexToLixTranslator;
import org.apache.calcite.linq4j.tree.BlockBuilder;
import org.apache.calcite.linq4j.tree.Expression;
import org.apache.calcite.linq4j.tree.Expressions;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.plan.RelOptTable;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rex.RexProgramBuilder;

/** The executable leaf: generates the call that starts a {@link ScanRun} with its values. */
final class EnumerableResourceScan extends AbstractResourceScan implements EnumerableRel {

  EnumerableResourceScan(
      RelOptCluster cluster,
      RelTraitSet traits,
      RelOptTable table,
      ScanSpec spec,
      ScanContext context) {
    super(cluster, traits, table, spec, context);
  }

  @Override
  public RelNode copy(RelTraitSet traits, List<RelNode> inputs) {
    return new EnumerableResourceScan(getCluster(), traits, getTable(), spec, context);
  }

  /**
   * A scan that gives rows with their number, those that are alike maybe once.
   *
   * @param kept positions of the columns that it gives
   * @param uses what else is done with the rows' time
   */
  EnumerableResourceScan counting(List<Integer> kept, TimeUses uses) {
    var columns = kept.stream().map(spec.columns()::get).toList();
    var values = new ArrayList<>(spec.values());
    uses.instants().stream().filter(instant -> !values.contains(instant)).forEach(values::add);
    var counting =
        new Counting(uses.instants().stream().map(values::indexOf).toList(), uses.step());
    return new EnumerableResourceScan(
        getCluster(),
        getTraitSet(),
        NarrowedTable.of(getTable(), columns, getCluster()),
        spec.withColumns(columns).withCounting(counting, values),
        context);
  }

  @Override
  public Result implement(EnumerableRelImplementor implementor, Prefer prefer) {
    var rows =
        PhysTypeImpl.of(
            implementor.getTypeFactory(),
            getRowType(),
            prefer == Prefer.CUSTOM ? JavaRowFormat.ARRAY : prefer.preferArray());
    var block = new BlockBuilder();
    var run =
        implementor.stash(
            new ScanRun(spec, context, RowFormat.valueOf(rows.getFormat().name())), ScanRun.class);
    block.add(
        Expressions.call(
            run,
            "rows",
            DataContext.ROOT,
            Expressions.newArrayInit(Object.class, values(implementor, block))));
    return implementor.result(rows, block.toBlock());
  }

  private List<Expression> values(EnumerableRelImplementor implementor, BlockBuilder block) {
    var types = implementor.getTypeFactory();
    var program = new RexProgramBuilder(types.builder().build(), getCluster().getRexBuilder());
    for (var value : spec.values()) {
      program.addProject(value, "value" + program.getProjectList().size());
    }
    return RexToLixTranslator.translateProjects(
            program.getProgram(),
            types,
            implementor.getConformance(),
            block,
            null,
            null,
            DataContext.ROOT,
            (list, index, storageType) -> {
              throw new IllegalStateException("A value of a scan depends on no row");
            },
            implementor::getCorrelVariableGetter)
        .stream()
        .map(value -> (Expression) Expressions.convert_(Expressions.box(value), Object.class))
        .toList();
  }
}
