package io.workosjdbc.fetch;

import io.workosjdbc.http.ApiException;
import io.workosjdbc.http.ApiException.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives the rows of a scan one by one, finished, for as long as the budget lasts. */
final class PlanRows implements RowSource {

  private final Scan scan;
  private final RowFinish finish;
  private final Execution execution;
  private final Runnable settling;

  private List<@Nullable Object[]> batch = List.of();
  private int given;
  private int affordable;
  private @Nullable Object[] row = {};
  private boolean isCut;
  private volatile boolean isClosed;

  /**
   * @param settling waits until what a closed scan has read is put away
   */
  PlanRows(Scan scan, RowFinish finish, Execution execution, Runnable settling) {
    this.settling = settling;
    this.scan = scan;
    this.finish = finish;
    this.execution = execution;
  }

  @Override
  public boolean next() {
    try {
      return !isCut && advance();
    } catch (BudgetExceeded e) {
      if (!execution.budget().warns()) {
        throw e;
      }
      return cut(e.spent());
    } catch (ApiException e) {
      if (!isForWantOfTime(e)) {
        throw e;
      }
      return cut("its time (property statementTimeout)");
    }
  }

  @Override
  public boolean nextOrFail() {
    return advance();
  }

  private boolean advance() {
    if (isClosed || execution.scope().isCancelled()) {
      checkOpen();
    }
    if (given == batch.size()) {
      checkOpen();
      var rows = scan.next();
      if (rows.isEmpty()) {
        return false;
      }
      batch = rows.get();
      given = 0;
      affordable = execution.takeRows(batch.size());
      execution.tally().addRows(finish.more(batch));
    }
    if (given == affordable) {
      throw BudgetExceeded.rows(execution.budget().rows());
    }
    row = finish.apply(batch.get(given++));
    return true;
  }

  private boolean isForWantOfTime(ApiException e) {
    return execution.isOutOfTime()
        || (e.kind() == Kind.TIMED_OUT && execution.budget().warnsAboutTime());
  }

  /** The rows so far are all that is given. */
  private boolean cut(String spent) {
    execution.cutShort(spent, scan.notRead());
    isCut = true;
    close();
    return false;
  }

  private void checkOpen() {
    execution.scope().checkOpen();
    if (isClosed) {
      throw ApiException.of(Kind.CANCELLED, "", "The rows are closed; execute the statement again");
    }
  }

  @Override
  public @Nullable Object[] row() {
    return row;
  }

  @Override
  public void close() {
    isClosed = true;
    scan.close();
    settling.run();
  }
}
