package io.workosjdbc.planner;

import io.workosjdbc.log.PlanEvent;
import io.workosjdbc.planner.sql.Dialect;
import io.workosjdbc.planner.sql.InlinedParameters;
import java.lang.reflect.Type;
import org.apache.calcite.jdbc.CalcitePrepare;
import org.apache.calcite.plan.RelOptCostFactory;
import org.apache.calcite.plan.RelOptPlanner;
import org.apache.calcite.plan.RelOptPlanner.CannotPlanException;
import org.apache.calcite.prepare.CalciteCatalogReader;
import org.apache.calcite.prepare.CalcitePrepareImpl;
import org.apache.calcite.prepare.Prepare;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.sql.parser.SqlParser;
import org.jspecify.annotations.Nullable;

/**
 * Prepares statements: takes a plan that is known already, and keeps IN lists as conditions as long
 * as requests could be made of them.
 */
public final class QueryPreparer extends CalcitePrepareImpl {

  /**
   * An IN list of this many values or more becomes a join with them: too many for requests, and the
   * code that compares a column with each of some thousand values would not compile.
   */
  static final int LONG_IN_LIST = 101;

  private final PlanCache plans;

  /**
   * @param plans shared by everything that one connection prepares
   */
  public QueryPreparer(PlanCache plans) {
    this.plans = plans;
  }

  @Override
  public <T> CalciteSignature<T> prepareSql(
      Context context, CalcitePrepare.Query<T> query, Type elementType, long maxRowCount) {
    if (query.sql == null || InlinedParameters.areInUse()) {
      return plan(context, query, elementType, maxRowCount);
    }
    var event = PlanEvent.beginning();
    var key = PlanCache.Key.of(context, query.sql, elementType, maxRowCount);
    var known = plans.find(key);
    try {
      if (known.isPresent()) {
        return typed(known.get());
      }
      CalciteSignature<T> plan = plan(context, query, elementType, maxRowCount);
      plans.keep(key, plan);
      return plan;
    } finally {
      event.over(query.sql, known.isPresent());
    }
  }

  /** The element type is part of what the plan was found by. */
  @SuppressWarnings("unchecked")
  private static <T> CalciteSignature<T> typed(CalciteSignature<?> plan) {
    return (CalciteSignature<T>) plan;
  }

  @SuppressWarnings("try") // the resource restores the thread's setting
  private <T> CalciteSignature<T> plan(
      Context context, CalcitePrepare.Query<T> query, Type elementType, long maxRowCount) {
    try (var ignored = Prepare.THREAD_INSUBQUERY_THRESHOLD.push(LONG_IN_LIST)) {
      return Provenance.during(
          query.sql != null && Provenance.isNamedIn(query.sql),
          () -> super.prepareSql(context, query, elementType, maxRowCount));
    } catch (CannotPlanException e) {
      throw new NoPlanException(e);
    }
  }

  @Override
  protected RelOptPlanner createPlanner(
      Context prepareContext,
      org.apache.calcite.plan.@Nullable Context externalContext,
      @Nullable RelOptCostFactory costFactory) {
    var planner = super.createPlanner(prepareContext, externalContext, costFactory);
    SoundRules.replaceCalcites(planner);
    return planner;
  }

  /** Views are parsed as the dialect too. */
  @Override
  protected SqlParser createParser(String sql) {
    return createParser(sql, Dialect.parser());
  }

  @Override
  protected CalcitePreparingStmt getPreparingStmt(
      Context context, Type elementType, CalciteCatalogReader catalog, RelOptPlanner planner) {
    var cluster = createCluster(planner, new RexBuilder(context.getTypeFactory()));
    cluster.setMetadataQuerySupplier(PlanMetadata::new);
    return new PlannedStatement(this, context, catalog, elementType, cluster);
  }
}
