package io.workosjdbc.fetch;

import io.workosjdbc.http.ApiException;
import io.workosjdbc.request.AccessPlan;
import io.workosjdbc.request.Condition;
import io.workosjdbc.request.Request;
import io.workosjdbc.resource.Column;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one environment of several, where a user chose to go on without one that fails: what
 * fails ends its rows with a warning. A statement that was cancelled or took too long still fails.
 */
public final class Forgiving implements RowSources {

  private final RowSources rows;
  private final String environment;

  /**
   * @param environment the name that the warning gives
   */
  public Forgiving(RowSources rows, String environment) {
    this.rows = rows;
    this.environment = environment;
  }

  @Override
  public RowSource open(AccessPlan plan, List<Column> projection, Execution execution) {
    return open(plan, projection, Condition.anything(), execution);
  }

  @Override
  public RowSource open(
      AccessPlan plan, List<Column> projection, Condition condition, Execution execution) {
    return new Rows(rows.open(plan, projection, condition, execution), execution, environment);
  }

  @Override
  public Known known(Request request, List<Column> projection) {
    return rows.known(request, projection);
  }

  @Override
  public Optional<Duration> age(Request request) {
    return rows.age(request);
  }

  @Override
  public Optional<Holding> holding(Request request) {
    return rows.holding(request);
  }

  @Override
  public Speed speed() {
    return rows.speed();
  }

  private static final class Rows implements RowSource {
    private final RowSource rows;
    private final Execution execution;
    private final String environment;
    private long given;
    private boolean failed;

    Rows(RowSource rows, Execution execution, String environment) {
      this.rows = rows;
      this.execution = execution;
      this.environment = environment;
    }

    @Override
    public boolean next() {
      if (failed) {
        return false;
      }
      try {
        boolean isThere = rows.next();
        given += isThere ? 1 : 0;
        return isThere;
      } catch (ApiException e) {
        if (isOfTheStatement(e)) {
          throw e;
        }
        failed = true;
        rows.close();
        execution.warn(warning(e));
        return false;
      }
    }

    private boolean isOfTheStatement(ApiException e) {
      return switch (e.kind()) {
        case TIMED_OUT, CANCELLED -> true;
        case CANNOT_CONNECT,
            BROKEN_OFF,
            UNAUTHORIZED,
            FORBIDDEN,
            NOT_FOUND,
            BAD_REQUEST,
            RATE_LIMITED,
            SERVER_ERROR,
            NONSENSE ->
            !execution.isRunning();
      };
    }

    private String warning(ApiException e) {
      return "Environment "
          + environment
          + (given == 0 ? " is missing: " : " is missing after " + given + " rows: ")
          + e.getMessage();
    }

    @Override
    public @Nullable Object[] row() {
      return rows.row();
    }

    @Override
    public void close() {
      rows.close();
    }
  }
}
