package io.workosjdbc.log;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What can be known of an environment without asking it, and done to its cache. Thread-safe. */
public interface EnvironmentLog {

  Journal journal();

  /** The lists of which the cache holds pages. */
  List<CachedList> lists();

  /** The stretches of events that the store holds. */
  List<CachedSegment> segments();

  RateLimit rateLimit();

  /**
   * Forgets what the cache holds of a table, so that the next statement asks anew.
   *
   * @param table in lower case
   * @return how many lists and segments it forgot
   */
  int refresh(String table);

  /** Forgets everything that the cache holds, and says how many lists and segments that was. */
  int purge();

  /**
   * A list.
   *
   * @param line the request that it answers, masked
   * @param complete whether it is the whole answer; else it is the beginning
   */
  record CachedList(
      String table,
      String line,
      long rows,
      long bytes,
      Instant askedAt,
      Duration age,
      boolean complete) {}

  /**
   * Events of a half-open interval of time.
   *
   * @param scope which events, such as those of one organization
   * @param provisional whether it will be read once more
   */
  record CachedSegment(
      String table,
      String scope,
      Instant from,
      Instant to,
      long rows,
      long bytes,
      Instant writtenAt,
      boolean provisional) {}

  /**
   * How fast the environment may be asked.
   *
   * @param requestsPerSecond at the moment
   * @param highestPerSecond what the connections allow; the rate grows back to it after a 429
   * @param latency of the answers of late; zero before the first
   */
  record RateLimit(
      double requestsPerSecond, double highestPerSecond, Duration latency, int maxConcurrency) {}
}
