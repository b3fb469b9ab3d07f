package io.workosjdbc.driver;

import io.workosjdbc.cache.CacheControl;
import io.workosjdbc.http.ApiClient;
import io.workosjdbc.log.EnvironmentLog;
import io.workosjdbc.log.Journal;
import io.workosjdbc.log.RequestLine;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What is written down of an environment, and what its client and a connection's cache tell. */
record LiveLog(Journal journal, ApiClient client, CacheControl cache, Clock clock)
    implements EnvironmentLog {

  @Override
  public List<CachedList> lists() {
    return cache.listings().stream().map(this::list).toList();
  }

  private CachedList list(io.workosjdbc.cache.CachedList kept) {
    return new CachedList(
        kept.table(),
        RequestLine.masked(kept.request()),
        kept.rows(),
        kept.bytes(),
        kept.askedAt(),
        Duration.between(kept.askedAt(), clock.instant()),
        kept.isComplete());
  }

  @Override
  public List<CachedSegment> segments() {
    return cache.segments().stream().map(LiveLog::segment).toList();
  }

  private static CachedSegment segment(io.workosjdbc.cache.CachedSegment kept) {
    return new CachedSegment(
        kept.table(),
        RequestLine.masked(scope(kept.scope())),
        kept.window().from(),
        kept.window().to(),
        kept.rows(),
        kept.bytes(),
        kept.askedAt(),
        kept.isProvisional());
  }

  /** Such as {@code event_type=a,b organization_id=org_1}. */
  private static String scope(Map<String, Set<String>> values) {
    return new TreeMap<>(values)
        .entrySet().stream()
            .map(
                each ->
                    each.getKey()
                        + "="
                        + String.join(",", each.getValue().stream().sorted().toList()))
            .collect(Collectors.joining(" "));
  }

  @Override
  public RateLimit rateLimit() {
    var pace = client.pace();
    return new RateLimit(
        pace.requestsPerSecond(), client.highestRate(), pace.latency(), pace.maxConcurrency());
  }

  @Override
  public int refresh(String table) {
    int before = kept();
    cache.refresh(table);
    return Math.max(0, before - kept());
  }

  @Override
  public int purge() {
    int before = kept();
    cache.purge();
    return Math.max(0, before - kept());
  }

  private int kept() {
    return cache.listings().size() + cache.segments().size();
  }
}
