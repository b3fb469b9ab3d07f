package io.workosjdbc.planner.log;

import io.workosjdbc.log.EnvironmentLog;
import io.workosjdbc.planner.log.LogTables.Of;
import java.util.List;
import java.util.Map;
import org.apache.calcite.schema.Table;

/** The tables of what is cached, and of how fast may be asked. */
final class CacheTables {

  private CacheTables() {}

  static Table lists(Map<String, EnvironmentLog> logs) {
    return new LogTable<>(
            "The lists of which the cache holds pages.",
            () -> LogTables.all(logs, EnvironmentLog::lists))
        .text("environment", "The schema whose tables it answers.", Of::environment)
        .text("table_name", "The table.", of -> of.entry().table())
        .text("line", "The request that it answers.", of -> of.entry().line())
        .number("row_count", "How many objects it holds.", of -> of.entry().rows())
        .number("bytes", "How large it is.", of -> of.entry().bytes())
        .time("asked_at", "When its first page was asked for (UTC).", of -> of.entry().askedAt())
        .millis("age_ms", "How old it is.", of -> of.entry().age())
        .flag(
            "complete",
            "Whether it is the whole list; else it is the beginning.",
            of -> of.entry().complete());
  }

  static Table segments(Map<String, EnvironmentLog> logs) {
    return new LogTable<>(
            "The stretches of events that the store holds.",
            () -> LogTables.all(logs, EnvironmentLog::segments))
        .text("environment", "The schema whose tables it answers.", Of::environment)
        .text("table_name", "The table.", of -> of.entry().table())
        .text("scope", "Which events, such as those of one organization.", of -> of.entry().scope())
        .time("range_start", "The first instant (UTC).", of -> of.entry().from())
        .time("range_end", "The instant after the last one (UTC).", of -> of.entry().to())
        .number("row_count", "How many events it holds.", of -> of.entry().rows())
        .number("bytes", "How large it is where it is kept.", of -> of.entry().bytes())
        .time("written_at", "When the API was asked for it (UTC).", of -> of.entry().writtenAt())
        .flag(
            "provisional",
            "Whether it is so young that it will be read once more.",
            of -> of.entry().provisional());
  }

  static Table rateLimits(Map<String, EnvironmentLog> logs) {
    return new LogTable<>(
            "How fast the environment may be asked at the moment.",
            () -> LogTables.all(logs, log -> List.of(log.rateLimit())))
        .text("environment", "The schema whose tables it answers.", Of::environment)
        .fraction(
            "requests_per_second",
            "The rate; the API's 429 halves it, and it grows back.",
            of -> of.entry().requestsPerSecond())
        .fraction(
            "highest_per_second",
            "What the connections allow (requestsPerSecond).",
            of -> of.entry().highestPerSecond())
        .millis("latency_ms", "How long answers took of late.", of -> of.entry().latency())
        .number(
            "max_concurrency",
            "The most requests in flight at once.",
            of -> (long) of.entry().maxConcurrency());
  }
}
