package io.workosjdbc.planner.sql;

import io.workosjdbc.fetch.Execution;
import io.workosjdbc.fetch.RowSource;
import io.workosjdbc.fetch.RowSources;
import io.workosjdbc.request.AccessPlan;
import io.workosjdbc.request.Request;
import io.workosjdbc.resource.Column;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers every scan of a table with the same rows and notes the requests that it would send. */
final class KnownRows implements RowSources {

  private final Map<String, List<Map<String, Object>>> tables;
  private final List<String> requests = new ArrayList<>();

  KnownRows(Map<String, List<Map<String, Object>>> tables) {
    this.tables = tables;
  }

  List<String> requests() {
    return requests;
  }

  @Override
  public RowSource open(AccessPlan plan, List<Column> projection, Execution execution) {
    plan.requests().forEach(request -> requests.add(request.line()));
    var rows =
        plan.requests().isEmpty()
            ? List.<Map<String, Object>>of().iterator()
            : tables.getOrDefault(plan.requests().get(0).resource().table(), List.of()).iterator();
    return new RowSource() {
      private Map<String, Object> row = Map.of();

      @Override
      public boolean next() {
        if (!rows.hasNext()) {
          return false;
        }
        row = rows.next();
        return true;
      }

      @Override
      public @Nullable Object[] row() {
        return projection.stream().map(column -> row.get(column.name())).toArray();
      }

      @Override
      public void close() {}
    };
  }

  @Override
  public Optional<Duration> age(Request request) {
    return Optional.empty();
  }
}
