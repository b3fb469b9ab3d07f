package io.workosjdbc.bench;

import com.google.common.base.Splitter;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;

/** The lines of the table, in their order; constants are {@code Class_method} of a benchmark. */
@SuppressWarnings("ImmutableEnumChecker") // What is measured is taken from the run alone.
enum ReportLine {
  PageBenchmark_parse(
      "page of 100 events to rows",
      "",
      run -> format("%.0f µs a page", score(run)) + format(" (%,.0f rows/s)", 1e8 / score(run))),
  ResultSetBenchmark_readEveryColumnOfEveryRow(
      "500,000 events, pages to a ResultSet of 13 columns, one thread, no latency",
      "300,000 rows/s",
      run ->
          format("%,.0f rows/s of processor time", second(run, "rowsPerCpuSecondFromPages"))
              + format(", %,.0f with fetching the pages", second(run, "rowsPerCpuSecond"))),
  ManyEventsBenchmark_stream(
      "5,000,000 events streamed, heap 256 MB, no latency",
      "completes",
      run -> format("completes in %.0f s", score(run))),
  CachedEventsBenchmark_groupHalf(
      "1,000,000 events on disk, heap 256 MB: GROUP BY over half", "", ReportLine::millis),
  CachedEventsBenchmark_hour("the same: every column of an hour", "", ReportLine::millis),
  CachedEventsBenchmark_like("the same: LIKE on email, every column", "", ReportLine::millis),
  CachedEventsBenchmark_scan(
      "the same: full scan, 13 columns",
      "500,000 rows/s",
      run -> format("%,.0f rows/s", Questions.EVENTS * 1e3 / score(run))),
  NewJvmBenchmark_cachedEvents(
      "the same in a new JVM, after its first query: GROUP BY over half, planned; full scan",
      "300 ms; 500,000 rows/s",
      run ->
          format("%.0f ms", 1e3 * second(run, "groupHalfSeconds"))
              + format(" and %.0f ms of planning", 1e3 * second(run, "planSeconds"))
              + format("; %,.0f rows/s", second(run, "scanRowsPerSecond"))),
  NewJvmBenchmark_shell(
      "first result of `workos-sql --demo` in a new JVM",
      "2 s",
      run -> format("%.2f s", score(run))),
  ScanBenchmark_scan(
      "100,000 events in slices",
      "",
      run ->
          format("%,.0f rows/s", second(run, "slicedRowsPerSecond"))
              + format(" in %.0f requests", second(run, "slicedRequests"))
              + format("; one cursor %,.0f rows/s", second(run, "oneCursorRowsPerSecond"))
              + format(" (%.1f x)", second(run, "ratio"))) {
    @Override
    String goal(BenchmarkParams chosen) {
      boolean isGoal =
          chosen.getParam("latencyMillis").equals("100")
              && chosen.getParam("limited").equals("true");
      return isGoal ? "9,000 rows/s" : "";
    }
  },
  StatementBenchmark_planSimple("planning a lookup by key", "", ReportLine::millis),
  StatementBenchmark_planThreeWay("planning a join of three tables", "", ReportLine::millis),
  StatementBenchmark_executeAgain(
      "prepared statement again, from the cache", "1 ms", ReportLine::millis),
  StatementBenchmark_sameQueryAgain(
      "GROUP BY over a day of events again, from the cache", "10 ms", ReportLine::millis),
  EventStoreBenchmark_scan(
      "event store alone, 1,000,000 events of 20,000 users: full scan; size on disk",
      "100 MB",
      run -> millis(run) + format("; %.0f MB", second(run, "megabytes"))),
  EventStoreBenchmark_rowsOfHalf("event store alone: one column of half", "", ReportLine::millis),
  EventStoreBenchmark_like("event store alone: LIKE", "", ReportLine::millis),
  EventStoreBenchmark_hour("event store alone: an hour", "", ReportLine::millis),
  EventStoreBenchmark_coverage("event store alone: coverage", "", ReportLine::millis),
  EventStoreBenchmark_publish("event store alone: publish 8,192 rows", "", ReportLine::millis);

  private final String what;
  private final String goal;
  private final Function<RunResult, String> measured;

  ReportLine(String what, String goal, Function<RunResult, String> measured) {
    this.what = what;
    this.goal = goal;
    this.measured = measured;
  }

  static ReportLine of(RunResult run) {
    var names = Splitter.on('.').splitToList(run.getParams().getBenchmark());
    return valueOf(String.join("_", names.subList(names.size() - 2, names.size())));
  }

  String text(RunResult run) {
    var parameters = run.getParams();
    var chosen =
        parameters.getParamsKeys().stream()
            .filter(key -> !parameters.getParam(key).isEmpty())
            .map(key -> key + " " + parameters.getParam(key).strip())
            .collect(Collectors.joining(", "));
    var subject = chosen.isEmpty() ? what : what + " (" + chosen + ")";
    return "| " + subject + " | " + measured.apply(run) + " | " + goal(parameters) + " |";
  }

  /** What is promised; empty where it says nothing. */
  String goal(BenchmarkParams chosen) {
    return goal;
  }

  private static String millis(RunResult run) {
    return format("%.2f ms", score(run));
  }

  private static double score(RunResult run) {
    return run.getPrimaryResult().getScore();
  }

  /** A counter of the benchmark's own, of one iteration: JMH's score is the sum over all. */
  private static double second(RunResult run, String name) {
    return run.getSecondaryResults().get(name).getStatistics().getMean();
  }

  private static String format(String format, double number) {
    return String.format(Locale.ROOT, format, number);
  }
}
