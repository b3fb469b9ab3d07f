package io.workosjdbc.planner.log;

import io.workosjdbc.log.EnvironmentLog;
import io.workosjdbc.log.RequestEntry;
import io.workosjdbc.log.StatementEntry;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.calcite.schema.Table;
import org.jspecify.annotations.Nullable;

/** The tables of statements and requests. */
final class LogTables {

  /** Something of the environment that answers a schema. */
  record Of<T>(String environment, T entry) {}

  private LogTables() {}

  /** What the environments have of something, each with the name of its schema. */
  static <T> List<Of<T>> all(
      Map<String, EnvironmentLog> logs, Function<EnvironmentLog, List<T>> entries) {
    return logs.entrySet().stream()
        .flatMap(
            log ->
                entries.apply(log.getValue()).stream().map(entry -> new Of<>(log.getKey(), entry)))
        .toList();
  }

  static Table statements(Map<String, EnvironmentLog> logs) {
    return new LogTable<>(
            "The latest statements that this JVM executed in the environment, running ones too.",
            () -> statementsOf(logs))
        .number("id", "Tells statements of the JVM apart, in their order.", StatementEntry::id)
        .time("started_at", "When it began (UTC).", StatementEntry::startedAt)
        .text(
            "text", "The SQL; its texts are masked unless logValues is set.", StatementEntry::text)
        .millis("ms", "How long it took; NULL while it runs.", entry -> entry.took().orElse(null))
        .number(
            "row_count",
            "How many rows it returned.",
            entry -> entry.end().map(StatementEntry.End::rows).orElse(null))
        .number("rows_read", "How many rows its scans read.", entry -> entry.tally().rows())
        .number("requests", "Requests sent, without retries.", entry -> entry.tally().requests())
        .number("cache_hits", "Pages from the cache.", entry -> entry.tally().cachedPages())
        .number("bytes", "Bytes of the answers, decompressed.", entry -> entry.tally().bytes())
        .number("retries", "Attempts after the first.", entry -> entry.tally().retries())
        .millis(
            "waited_ms",
            "How long its requests waited for the limiter or before a retry, all added up.",
            entry -> entry.tally().waited())
        .flag(
            "complete",
            "Whether it gave all rows there are: not if it failed, was stopped by a budget or by"
                + " setMaxRows, or was closed before its last row.",
            entry -> entry.end().map(StatementEntry.End::complete).orElse(null))
        .text(
            "error",
            "The SQLState and what went wrong.",
            entry -> entry.end().flatMap(StatementEntry.End::error).orElse(null));
  }

  /** A statement that reads several environments is one statement. */
  private static List<StatementEntry> statementsOf(Map<String, EnvironmentLog> logs) {
    return logs.values().stream()
        .flatMap(log -> log.journal().statements().stream())
        .distinct()
        .sorted(Comparator.comparing(StatementEntry::id))
        .toList();
  }

  static Table requests(Map<String, EnvironmentLog> logs) {
    return new LogTable<>(
            "The latest requests to the environment, an attempt each, and pages from the cache.",
            () -> all(logs, log -> log.journal().requests()))
        .number("statement_id", "The statement it was for.", of -> of.entry().statement())
        .text("environment", "The schema whose tables it answers.", Of::environment)
        .time("sent_at", "When it left, or the page was taken (UTC).", of -> of.entry().at())
        .text(
            "line",
            "The request; email addresses are masked unless logValues is set.",
            of -> of.entry().line())
        .number(
            "status",
            "The answer's status; NULL without an answer, and for a page of the cache.",
            LogTables::status)
        .number(
            "attempt",
            "1 for the first; 0 for a page of the cache.",
            of -> (long) of.entry().outcome().number())
        .millis("ms", "From sending to the last byte.", of -> of.entry().took())
        .number("row_count", "How many objects the page holds.", LogTables::rows)
        .text(
            "request_id",
            "The API's identifier of the answer.",
            of -> of.entry().outcome().requestId().orElse(null))
        .millis(
            "age_ms", "How old the answer was; 0 for one just asked for.", of -> of.entry().age());
  }

  private static @Nullable Long status(Of<RequestEntry> of) {
    var status = of.entry().outcome().status();
    return status.isPresent() ? (long) status.getAsInt() : null;
  }

  private static @Nullable Long rows(Of<RequestEntry> of) {
    var rows = of.entry().rows();
    return rows.isPresent() ? rows.getAsLong() : null;
  }
}
