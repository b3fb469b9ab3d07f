package io.workosjdbc.http;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The limiters of this JVM, one per API key, because the API counts per key (api/workos.md section
 * 3). A limiter stays when its last client closes, so that connecting for every query does not
 * start with a new burst. Holds hashes, never keys.
 */
final class RateLimiters {
  private static final RateLimiters JVM_WIDE = new RateLimiters();

  private final ConcurrentMap<String, RateLimiter> byKeyHash = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Lanes> lanesByKeyHash = new ConcurrentHashMap<>();

  static RateLimiters jvmWide() {
    return JVM_WIDE;
  }

  RateLimiter of(String apiKey) {
    return byKeyHash.computeIfAbsent(hash(apiKey), unused -> new RateLimiter());
  }

  /** What is counted apart within the key's rate. */
  Lanes lanesOf(String apiKey) {
    return lanesByKeyHash.computeIfAbsent(hash(apiKey), unused -> new Lanes());
  }

  private static String hash(String apiKey) {
    return Hashing.sha256().hashString(apiKey, StandardCharsets.UTF_8).toString();
  }
}
