package io.workosjdbc.cache;

import io.workosjdbc.request.Request;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The answers of one environment, in memory, bounded by size; the least recently used go first.
 * Thread-safe. How old an answer may be is decided by each question, and counted from the moment at
 * which the first page was asked for.
 */
public final class ListingCache {

  private final long maxBytes;
  private final Clock clock;

  // Guarded by this, like everything in the listings.
  private final Map<Key, CachedListing> listings = new LinkedHashMap<>(16, 0.75f, true);
  private Duration longestTtl = Duration.ZERO;
  private long bytes;

  /** Targets are unique within a table. */
  private record Key(String table, String target) {
    static Key of(Request request) {
      return new Key(request.resource().table(), request.target());
    }
  }

  /**
   * @param maxBytes how much is kept at most; an answer larger than this is not kept
   */
  public ListingCache(long maxBytes, Clock clock) {
    this.maxBytes = maxBytes;
    this.clock = clock;
  }

  /** Whether answers to such a request are kept; those of lists with a time range are not. */
  public static boolean keeps(Request request) {
    return Coverage.keeps(request);
  }

  /**
   * The answer to read for a request: a complete one that covers it, else the beginning of its own,
   * else a new one.
   *
   * @param ttl how old an answer may be
   */
  public synchronized CachedListing open(Request request, Duration ttl) {
    var found = find(request, ttl);
    if (found.isPresent()) {
      listings.get(Key.of(found.get().request())); // Marks it as used.
      return found.get();
    }
    longestTtl = ttl.compareTo(longestTtl) > 0 ? ttl : longestTtl;
    sweep(Key.of(request));
    var listing = new CachedListing(this, request, now());
    listings.put(Key.of(request), listing);
    return listing;
  }

  /** What is kept of the answer to a request, if it is younger than {@code ttl}. */
  public synchronized Optional<Held> held(Request request, Duration ttl) {
    return find(request, ttl)
        .filter(listing -> listing.bytes() > 0)
        .map(listing -> new Held(age(listing), listing.isComplete(), listing.objects()));
  }

  /** Keeps this answer no longer, because it turned out to be wrong. */
  public synchronized void forget(CachedListing listing) {
    if (listings.remove(Key.of(listing.request()), listing)) {
      release(listing);
    }
  }

  /** What is kept, the least recently used first. */
  synchronized List<CachedList> contents() {
    return listings.values().stream()
        .filter(listing -> listing.bytes() > 0)
        .map(CachedListing::described)
        .toList();
  }

  /** Keeps nothing of a table. */
  synchronized void forget(String table) {
    listings.values().stream()
        .filter(listing -> listing.request().resource().table().equals(table))
        .toList()
        .forEach(this::forget);
  }

  /** Keeps nothing of what there is. */
  public synchronized void clear() {
    List.copyOf(listings.values()).forEach(this::forget);
  }

  private Optional<CachedListing> find(Request request, Duration ttl) {
    Optional<CachedListing> own = Optional.empty();
    for (var listing : listings.values()) {
      if (age(listing).compareTo(ttl) < 0 && Coverage.covers(listing.request(), request)) {
        if (listing.isComplete()) {
          return Optional.of(listing);
        }
        own = listing.request().equals(request) ? Optional.of(listing) : own;
      }
    }
    return own;
  }

  /** Drops what nobody will want any more: too old for every question, or about to be replaced. */
  private void sweep(Key replaced) {
    for (var entry : List.copyOf(listings.entrySet())) {
      if (entry.getKey().equals(replaced) || age(entry.getValue()).compareTo(longestTtl) >= 0) {
        forget(entry.getValue());
      }
    }
  }

  /** A page was added; makes room for it. */
  void grown(CachedListing listing, StoredPage page) {
    bytes += page.bytes();
    for (var eldest : new ArrayList<>(listings.values())) {
      if (bytes > maxBytes && eldest != listing) {
        forget(eldest);
      }
    }
    if (bytes > maxBytes) {
      forget(listing);
    }
  }

  private void release(CachedListing listing) {
    bytes -= listing.bytes();
    listing.release();
  }

  private Duration age(CachedListing listing) {
    return Duration.between(listing.askedAt(), now());
  }

  /** What the clock shows by which ages are counted. */
  public Instant now() {
    return clock.instant();
  }
}
