package io.workosjdbc.planner;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.apache.calcite.adapter.enumerable.EnumerableConvention;
import org.apache.calcite.adapter.enumerable.EnumerableFilter;
import org.apache.calcite.jdbc.JavaTypeFactoryImpl;
import org.apache.calcite.plan.ConventionTraitDef;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.plan.volcano.VolcanoPlanner;
import org.apache.calcite.rel.RelCollationTraitDef;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.RelFactories;
import org.apache.calcite.rel.logical.LogicalFilter;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.tools.RelBuilder;
import org.junit.jupiter.api.Test;

class PlanMetadataTest {
  private final RexBuilder rex = new RexBuilder(new JavaTypeFactoryImpl());
  private final RelBuilder builder =
      RelFactories.LOGICAL_BUILDER.create(RelOptCluster.create(planner(), rex), null);
  private final RelNode two = builder.values(new String[] {"n"}, 2, 1).build();

  private static VolcanoPlanner planner() {
    var planner = new VolcanoPlanner();
    planner.addRelTraitDef(ConventionTraitDef.INSTANCE);
    planner.addRelTraitDef(RelCollationTraitDef.INSTANCE);
    return planner;
  }

  private LogicalFilter filter(RexNode compared) {
    var column = rex.makeInputRef(two, 0);
    return LogicalFilter.create(two, rex.makeCall(SqlStdOperatorTable.EQUALS, column, compared));
  }

  @Test
  void aPartThatIsMadeOfItselfHasSomeRowsAndNothingIsKnownOfThem() {
    var circle = filter(rex.makeExactLiteral(BigDecimal.ONE));
    circle.replaceInput(0, circle);

    assertThat(new PlanMetadata().getRowCount(circle)).isGreaterThan(1);
    assertThat(new PlanMetadata().getPulledUpPredicates(circle).pulledUpPredicates)
        .singleElement()
        .hasToString("=($0, 1)");
  }

  @Test
  void aComparisonWithNullSaysNothing() {
    var type = rex.getTypeFactory().createSqlType(SqlTypeName.INTEGER);

    var known = new PlanMetadata().getPulledUpPredicates(filter(rex.makeNullLiteral(type)));

    assertThat(known.pulledUpPredicates).isEmpty();
  }

  @Test
  void theOrderThatAPartPromisesIsKnownOnceItCanBeExecuted() {
    var sorted = builder.push(two).sort(0).build().getTraitSet();
    var filter = filter(rex.makeExactLiteral(BigDecimal.ONE));
    var executable =
        new EnumerableFilter(
            filter.getCluster(),
            sorted.replace(EnumerableConvention.INSTANCE),
            two,
            filter.getCondition());

    assertThat(new PlanMetadata().collations(executable)).hasToString("[[0]]");
    assertThat(new PlanMetadata().collations(filter.copy(sorted, two, filter.getCondition())))
        .isNullOrEmpty();
  }
}
