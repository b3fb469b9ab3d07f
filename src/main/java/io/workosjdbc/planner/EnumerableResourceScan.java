package io.workosjdbc.planner;

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
