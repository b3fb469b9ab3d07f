package io.workosjdbc.driver;

import com.google.common.hash.Hashing;
import io.workosjdbc.cache.EnvironmentCache;
import io.workosjdbc.cache.ListingCache;
import io.workosjdbc.cache.ListingFiles;
import io.workosjdbc.cache.event.Beside;
import io.workosjdbc.cache.event.EventStore;
import io.workosjdbc.cache.event.StoreOptions;
import io.workosjdbc.driver.Choices.CacheMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is kept of one environment, once for each way in which connections want it kept.
 * Thread-safe. Nothing is opened, and no file made, before a connection wants it.
 */
final class Caches {

  /** The cache in memory takes no more than this, and no more than an eighth of the heap. */
  private static final long MOST_CACHED_BYTES = 64L << 20;

  private final String namespace;
  private final Duration retention;
  private final Clock clock;
  private final Map<CacheSettings, EnvironmentCache> opened = new HashMap<>();

  /**
   * @param retention how long the service keeps events
   */
  Caches(Endpoint.Live endpoint, Duration retention, Clock clock) {
    this.namespace = namespace(endpoint);
    this.retention = retention;
    this.clock = clock;
  }

  /**
   * Tells environments apart and gives neither key nor address away: the first half of a keyed hash
   * of the address.
   */
  static String namespace(Endpoint.Live endpoint) {
    return Hashing.hmacSha256(endpoint.apiKey().value().getBytes(StandardCharsets.UTF_8))
        .hashString("workos-jdbc|" + endpoint.baseUrl(), StandardCharsets.UTF_8)
        .toString()
        .substring(0, 32);
  }

  /** What is kept as a connection wants it; empty if it wants nothing kept. */
  synchronized Optional<EnvironmentCache> open(CacheSettings settings) {
    return settings.mode() == CacheMode.OFF
        ? Optional.empty()
        : Optional.of(opened.computeIfAbsent(settings, this::make));
  }

  private EnvironmentCache make(CacheSettings settings) {
    var options =
        new StoreOptions(namespace, clock, settings.maxBytes(), retention, settings.history());
    var events = events(settings, options);
    var files = events.beside(Beside.LISTS).map(ListingFiles::new);
    return new EnvironmentCache(new ListingCache(memory(), clock, files), events);
  }

  private static EventStore events(CacheSettings settings, StoreOptions options) {
    if (settings.mode() == CacheMode.MEMORY) {
      return EventStore.inMemory(options);
    }
    Optional<Path> folder = settings.folder().or(UserCacheFolder::ours);
    return folder.isPresent()
        ? EventStore.onDisk(folder.get(), options)
        : EventStore.inMemory(options, "the user has no folder for it. Set property cacheDir");
  }

  private static long memory() {
    return Math.min(MOST_CACHED_BYTES, Runtime.getRuntime().maxMemory() / 8);
  }
}
