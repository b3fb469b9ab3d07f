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

  static RateLimiters jvmWide() {
    return JVM_WIDE;
  }

  RateLimiter of(String apiKey) {
    String hash = Hashing.sha256().hashString(apiKey, StandardCharsets.UTF_8).toString();
    return byKeyHash.computeIfAbsent(hash, unused -> new RateLimiter());
  }
}
