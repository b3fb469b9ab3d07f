package io.workosjdbc.fetch;

import io.workosjdbc.request.AccessPlan;
import io.workosjdbc.request.Condition;
import io.workosjdbc.request.Request;
import io.workosjdbc.request.Window;
import io.workosjdbc.resource.Column;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Where a scan gets its rows from. */
public interface RowSources {

  /**
   * The rows that the requests of a plan give. Nothing is requested before the first {@link
   * RowSource#next()}, and then no page before a row of it is needed. Whoever calls this closes.
   *
   * @param projection columns of the table that the plan reads, in the order of the row; maybe none
   */
  RowSource open(AccessPlan plan, List<Column> projection, Execution execution);

  /**
   * The same, where not all rows are needed.
   *
   * @param condition rows for which this cannot hold may be left out; nothing is promised
   */
  default RowSource open(
      AccessPlan plan, List<Column> projection, Condition condition, Execution execution) {
    return open(plan, projection, execution);
  }

  /**
   * How old the answer would be that a cache has for the whole of a request; empty when the service
   * must be asked.
   */
  Optional<Duration> age(Request request);

  /**
   * What is at hand of the answer to a request, if it were asked now.
   *
   * @param projection the columns that are needed
   */
  default Known known(Request request, List<Column> projection) {
    var age = age(request);
    return new Known(age, List.of(), 0, age.isPresent() ? List.of() : List.of(request));
  }

  /**
   * What a cache knows of the answer to a request.
   *
   * @param age since the service was asked for the oldest part of it; empty if nothing is known
   * @param stored of a list with a time range: the times of which the answer is known
   * @param rowsAtMost how many rows those have
   * @param asked what the service must be asked all the same
   */
  record Known(Optional<Duration> age, List<Window> stored, long rowsAtMost, List<Request> asked) {
    public Known {
      stored = List.copyOf(stored);
      asked = List.copyOf(asked);
    }
  }

  /** What a cache has of the answer to a request, be it only the beginning. */
  default Optional<Holding> holding(Request request) {
    return age(request).map(age -> new Holding(age, true, 0));
  }

  /** How fast the service can be asked at the moment. */
  default Speed speed() {
    return Speed.UNKNOWN;
  }

  /**
   * What a cache has of an answer.
   *
   * @param rows how many, 0 if that is not known
   */
  record Holding(Duration age, boolean isComplete, long rows) {}

  /**
   * How fast a service can be asked.
   *
   * @param latency of an answer; zero before the first
   * @param requestsAtOnce how many may be on their way together
   */
  record Speed(double requestsPerSecond, Duration latency, int requestsAtOnce) {
    static final Speed UNKNOWN = new Speed(80, Duration.ZERO, 1);
  }
}
