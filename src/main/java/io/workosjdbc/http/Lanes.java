package io.workosjdbc.http;

import com.google.common.cache.CacheBuilder;
import com.google.common.cache.CacheLoader;
import com.google.common.cache.LoadingCache;

/** The limiters of the lanes of one API key. Thread-safe. */
final class Lanes {

  /** More lanes than can be busy within a second at the rate of the key. */
  private static final int MOST = 10_000;

  private final LoadingCache<Lane, LaneLimiter> limiters =
      CacheBuilder.newBuilder()
          .maximumSize(MOST)
          .build(CacheLoader.from(lane -> new LaneLimiter(lane.requestsPerSecond())));

  LaneLimiter of(Lane lane) {
    return limiters.getUnchecked(lane);
  }
}
