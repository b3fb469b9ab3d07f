package io.workosjdbc.cache;

import io.workosjdbc.request.Request;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
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

  private static final Duration VOUCHED = Duration.ofDays(1);

  private final long maxBytes;
  private final Clock clock;
  private final Optional<ListingFiles> files;

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
    this(maxBytes, clock, Optional.empty());
  }

  /**
   * @param files where answers go whose changes events tell
   */
  public ListingCache(long maxBytes, Clock clock, Optional<ListingFiles> files) {
    this.maxBytes = maxBytes;
    this.clock = clock;
    this.files = files;
  }

  /** Whether something of it may reach a disk. */
  public boolean isOnDisk() {
    return files.isPresent();
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

  /** A whole answer to a request that is kept and too old. */
  public synchronized Optional<CachedListing> stale(Request request, Duration ttl) {
    return listings.values().stream()
        .filter(listing -> listing.isComplete() && Coverage.covers(listing.request(), request))
        .max(Comparator.comparing(CachedListing::trueAt))
        .filter(listing -> !isYounger(listing, ttl));
  }

  /** An answer turned out to be still true at a time. */
  public synchronized void proven(CachedListing listing, Instant at) {
    listing.proven(at);
  }

  /** Takes what is on disk of a request, or of the whole list, if nothing is here. */
  public void recall(Request request) {
    if (files.isEmpty() || isKnown(request)) {
      return;
    }
    for (var asked : Coverage.wholeOrSame(request)) {
      var kept = files.get().read(asked);
      if (kept.isPresent()) {
        recalled(new CachedListing(this, asked, kept.get()));
        return;
      }
    }
  }

  private synchronized boolean isKnown(Request request) {
    return listings.values().stream()
        .anyMatch(each -> each.isComplete() && Coverage.covers(each.request(), request));
  }

  private synchronized void recalled(CachedListing listing) {
    var key = Key.of(listing.request());
    boolean isFuture = listing.askedAt().isAfter(now());
    if (!listings.containsKey(key) && !isFuture && listing.bytes() <= maxBytes) {
      listings.put(key, listing);
      bytes += listing.bytes();
      shrink(listing);
    }
  }

  /** A listing was read to its end. */
  void completed(CachedListing listing) {
    if (files.isPresent() && listing.request().resource().announcement().isPresent()) {
      Optional<ListingFiles.Kept> content;
      synchronized (this) {
        boolean isKept = listings.get(Key.of(listing.request())) == listing;
        content =
            isKept && listing.isComplete() ? Optional.of(listing.content()) : Optional.empty();
      }
      content.ifPresent(kept -> files.get().write(listing.request(), kept));
    }
  }

  /** What is kept of the answer to a request, if it is younger than {@code ttl}. */
  public synchronized Optional<Held> held(Request request, Duration ttl) {
    return find(request, ttl)
        .filter(listing -> listing.bytes() > 0)
        .map(listing -> new Held(age(listing), listing.isComplete(), listing.objects()));
  }

  /** Keeps this answer no longer, because it turned out to be wrong. */
  public void forget(CachedListing listing) {
    drop(listing);
    files.ifPresent(folder -> folder.delete(listing.request()));
  }

  private synchronized void drop(CachedListing listing) {
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
    files.ifPresent(folder -> folder.delete(table));
    listings.values().stream()
        .filter(listing -> listing.request().resource().table().equals(table))
        .toList()
        .forEach(this::drop);
  }

  /** Keeps nothing of what there is. */
  public synchronized void clear() {
    files.ifPresent(ListingFiles::clear);
    List.copyOf(listings.values()).forEach(this::drop);
  }

  private Optional<CachedListing> find(Request request, Duration ttl) {
    Optional<CachedListing> own = Optional.empty();
    for (var listing : listings.values()) {
      if (isYounger(listing, ttl) && Coverage.covers(listing.request(), request)) {
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
      if (entry.getKey().equals(replaced) || isOver(entry.getValue())) {
        drop(entry.getValue());
      }
    }
  }

  /** What events can vouch for may be wanted for longer. */
  private boolean isOver(CachedListing listing) {
    boolean isVouchedFor =
        listing.isComplete() && listing.request().resource().announcement().isPresent();
    var longest = isVouchedFor && VOUCHED.compareTo(longestTtl) > 0 ? VOUCHED : longestTtl;
    return !isYounger(listing, longest);
  }

  /** A page was added; makes room for it. */
  void grown(CachedListing listing, StoredPage page) {
    bytes += page.bytes();
    shrink(listing);
    if (bytes > maxBytes) {
      drop(listing);
    }
  }

  private void shrink(CachedListing kept) {
    for (var eldest : new ArrayList<>(listings.values())) {
      if (bytes > maxBytes && eldest != kept) {
        drop(eldest);
      }
    }
  }

  private void release(CachedListing listing) {
    bytes -= listing.bytes();
    listing.release();
  }

  /** An answer of the future is none: the clock was set back, and nobody knows how old it is. */
  private boolean isYounger(CachedListing listing, Duration ttl) {
    var age = age(listing);
    return !age.isNegative() && age.compareTo(ttl) < 0;
  }

  private Duration age(CachedListing listing) {
    return Duration.between(listing.trueAt(), now());
  }

  /** What the clock shows by which ages are counted. */
  public Instant now() {
    return clock.instant();
  }
}
