package io.workosjdbc.fetch;

import io.workosjdbc.http.ApiException;
import io.workosjdbc.http.ApiException.Kind;
import io.workosjdbc.request.Request;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Gives the rows of a plan's requests, one request after the other. */
final class PlanRows implements RowSource {

  private final Iterator<Request> requests;
  private final Function<Request, Batches> opening;
  private final RowFinish finish;
  private final Execution execution;

  private Optional<Batches> current = Optional.empty();
  private Iterator<@Nullable Object[]> batch = List.<@Nullable Object[]>of().iterator();
  private @Nullable Object[] row = {};
  private volatile boolean isClosed;

  /**
   * @param opening begins to read a request, which sends nothing yet
   */
  PlanRows(
      Iterator<Request> requests,
      Function<Request, Batches> opening,
      RowFinish finish,
      Execution execution) {
    this.requests = requests;
    this.opening = opening;
    this.finish = finish;
    this.execution = execution;
  }

  @Override
  public boolean next() {
    if (isClosed || execution.scope().isCancelled()) {
      checkOpen();
    }
    while (!batch.hasNext()) {
      checkOpen();
      var rows = current.flatMap(Batches::next);
      if (rows.isPresent()) {
        batch = rows.get().iterator();
      } else if (requests.hasNext()) {
        current = Optional.of(opening.apply(requests.next()));
      } else {
        return false;
      }
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
  }
}
