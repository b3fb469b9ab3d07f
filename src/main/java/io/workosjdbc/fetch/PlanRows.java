package io.workosjdbc.fetch;

import io.workosjdbc.http.ApiException;
import io.workosjdbc.http.ApiException.Kind;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives the rows of a scan one by one, finished. */
final class PlanRows implements RowSource {

  private final Scan scan;
  private final RowFinish finish;
  private final Execution execution;

  private Iterator<@Nullable Object[]> batch = List.<@Nullable Object[]>of().iterator();
  private @Nullable Object[] row = {};
  private volatile boolean isClosed;

  PlanRows(Scan scan, RowFinish finish, Execution execution) {
    this.scan = scan;
    this.finish = finish;
    this.execution = execution;
  }

  @Override
  public boolean next() {
    if (isClosed || execution.scope().isCancelled()) {
      checkOpen();
    }
    if (!batch.hasNext()) {
      checkOpen();
      var rows = scan.next();
      if (rows.isEmpty()) {
        return false;
      }
      batch = rows.get().iterator();
    }
    row = finish.apply(batch.next());
    return true;
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
  }
}
