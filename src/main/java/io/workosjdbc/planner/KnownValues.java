package io.workosjdbc.planner;

import io.workosjdbc.request.Condition;
import io.workosjdbc.request.Operand;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.calcite.DataContext;
import org.apache.calcite.DataContexts;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.rex.RexExecutorImpl;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql.SqlKind;

/** The values of a scan that can be known before it runs: everything but parameters. */
final class KnownValues {

  private KnownValues() {}

  /** The scan's condition as a run at this instant would see it, parameters left open. */
  static Condition bind(ScanSpec spec, RelOptCluster cluster, InstantSource clock) {
    long now = clock.millis();
    var executor =
        new RexExecutorImpl(
            DataContexts.of(
                Map.of(
                    DataContext.Variable.UTC_TIMESTAMP.camelName, now,
                    DataContext.Variable.CURRENT_TIMESTAMP.camelName, now,
                    DataContext.Variable.LOCAL_TIMESTAMP.camelName, now)));
    var operands = spec.values().stream().map(value -> operand(value, cluster, executor)).toList();
    return spec.condition()
        .mapOperands(
            operand -> operand instanceof Operand.Slot slot ? operands.get(slot.index()) : operand);
  }

  private static Operand operand(RexNode value, RelOptCluster cluster, RexExecutorImpl executor) {
    if (isOpen(value)) {
      return new Operand.Placeholder(value.toString());
    }
    List<RexNode> reduced = new ArrayList<>();
    executor.reduce(cluster.getRexBuilder(), List.of(value), reduced);
    return reduced.get(0) instanceof RexLiteral literal
        ? Binding.operand(Literals.value(literal), literal)
        : new Operand.Placeholder(value.toString());
  }

  private static boolean isOpen(RexNode value) {
    return RexUtil.find(SqlKind.DYNAMIC_PARAM).anyContain(List.of(value))
        || RexUtil.containsCorrelation(value);
  }
}
