package io.workosjdbc.planner;

import io.workosjdbc.fetch.Execution;
import io.workosjdbc.planner.sql.DialectStatement;
import java.lang.reflect.Type;
import java.util.Optional;
import org.apache.calcite.jdbc.CalcitePrepare;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.prepare.CalciteCatalogReader;
import org.apache.calcite.prepare.CalcitePrepareImpl;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelRoot;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.sql.SqlExplainFormat;
import org.apache.calcite.sql.SqlExplainLevel;
import org.apache.calcite.tools.Program;
import org.apache.calcite.tools.Programs;
import org.jspecify.annotations.Nullable;

/** A statement that is being prepared, and can tell what it will ask for. */
final class PlannedStatement extends DialectStatement {
  private static final Program PROGRAM =
      Programs.sequence(
          CheckedArithmetic.INSTANCE,
          EnvironmentsProgram.INSTANCE,
          RowKeys.INSTANCE,
          CountedRows.INSTANCE,
          UnmatchedRows.INSTANCE,
          CheckedSums.INSTANCE);

  PlannedStatement(
      CalcitePrepareImpl prepare,
      CalcitePrepare.Context context,
      CalciteCatalogReader catalog,
      Type elementType,
      RelOptCluster cluster) {
    super(prepare, context, catalog, elementType, cluster, PROGRAM);
  }

  /** Refuses what may not be executed at once, so that nothing is sent for the rest of it. */
  @Override
  protected PreparedResult implement(RelRoot root) {
    var refusal = refusal(root.rel);
    if (refusal.isPresent()) {
      throw Execution.refused(refusal.get());
    }
    return super.implement(root);
  }

  private static Optional<String> refusal(RelNode node) {
    return node instanceof AbstractResourceScan scan
        ? Explanation.refusal(scan)
        : node.getInputs().stream().flatMap(input -> refusal(input).stream()).findFirst();
  }

  @Override
  protected PreparedResult createPreparedExplanation(
      @Nullable RelDataType resultType,
      RelDataType parameters,
      @Nullable RelRoot root,
      SqlExplainFormat format,
      SqlExplainLevel level) {
    return root == null
        ? super.createPreparedExplanation(resultType, parameters, root, format, level)
        : new ExplainedPlan(parameters, root, format, level);
  }
}
