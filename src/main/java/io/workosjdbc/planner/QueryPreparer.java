package io.workosjdbc.planner;

import java.lang.reflect.Type;
import org.apache.calcite.jdbc.CalcitePrepare;
import org.apache.calcite.plan.RelOptPlanner.CannotPlanException;
import org.apache.calcite.prepare.CalcitePrepareImpl;
import org.apache.calcite.prepare.Prepare;

/**
 * Prepares statements, keeping IN lists as conditions as long as requests could be made of them.
 */
public final class QueryPreparer extends CalcitePrepareImpl {

  /**
   * An IN list of this many values or more becomes a join with them: too many for requests, and the
   * code that compares a column with each of some thousand values would not compile.
   */
  private static final int LONG_IN_LIST = 101;

  @Override
  @SuppressWarnings("try") // the resource restores the thread's setting
  public <T> CalciteSignature<T> prepareSql(
      Context context, CalcitePrepare.Query<T> query, Type elementType, long maxRowCount) {
    try (var ignored = Prepare.THREAD_INSUBQUERY_THRESHOLD.push(LONG_IN_LIST)) {
      return super.prepareSql(context, query, elementType, maxRowCount);
    } catch (CannotPlanException e) {
      throw new NoPlanException(e);
    }
  }
}
