package io.workosjdbc.planner;

import org.apache.calcite.avatica.Meta;
import org.apache.calcite.linq4j.Linq4j;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.prepare.Prepare;
import org.apache.calcite.rel.RelRoot;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.runtime.Bindable;
import org.apache.calcite.sql.SqlExplainFormat;
import org.apache.calcite.sql.SqlExplainLevel;

/** The answer to EXPLAIN: what the plan will ask for, and the plan. */
final class ExplainedPlan extends Prepare.PreparedExplain {

  private final RelRoot root;
  private final SqlExplainFormat format;
  private final SqlExplainLevel level;

  ExplainedPlan(
      RelDataType parameters, RelRoot root, SqlExplainFormat format, SqlExplainLevel level) {
    super(null, parameters, root, format, level);
    this.root = root;
    this.format = format;
    this.level = level;
  }

  @Override
  public String getCode() {
    return switch (format) {
      case TEXT -> PlanText.of(PlanReport.of(root.rel)) + "\n" + plan();
      case JSON -> PlanJson.of(PlanReport.of(root.rel), plan());
      case XML, DOT -> super.getCode();
    };
  }

  private String plan() {
    return RelOptUtil.dumpPlan("", root.rel, SqlExplainFormat.TEXT, level);
  }

  @Override
  @SuppressWarnings("rawtypes") // the signature that is overridden
  public Bindable getBindable(Meta.CursorFactory cursors) {
    var explanation = getCode();
    return context ->
        cursors.style == Meta.Style.ARRAY
            ? Linq4j.singletonEnumerable(new String[] {explanation})
            : Linq4j.singletonEnumerable(explanation);
  }
}
