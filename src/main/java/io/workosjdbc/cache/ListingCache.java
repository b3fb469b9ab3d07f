package io.workosjdbc.cache;

import io.workosjdbc.request.Request;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The answers of one environment, in memory, bounded by size; the least recently used go first.
 * Thread-safe. How old an answer may be is decided by each question, and counted from the moment at
 * which the first page was asked for.
 */
public final class ListingCache {

  private static final Duration VOUCHED = Duration.ofDays(1);

  /** How often what nobody will want any more is looked for. */
  private static final Duration SWEEPING = Duration.ofSeconds(1);

  private final long maxBytes;
  private final Clock clock;
  private final Optional<ListingFiles> files;

  // Guarded by this, like everything in the listings.
  private final ListingIndex listings = new ListingIndex();
  private Duration longestTtl = Duration.ZERO;
  private Instant swept = Instant.EPOCH;
  private long bytes;

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
      listings.own(found.get().request()); // Marks it as used.
      return found.get();
    }
    longestTtl = ttl.compareTo(longestTtl) > 0 ? ttl : longestTtl;
    listings.underTargetOf(request).ifPresent(this::drop);
    sweep();
    var listing = new CachedListing(this, request, now());
    listings.add(listing);
    return listing;
  }

  /** A whole answer to a request that is kept and too old. */
  public synchronized Optional<CachedListing> stale(Request request, Duration ttl) {
    return listings.covering(request).stream()
        .filter(CachedListing::isComplete)
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
    return listings.covering(request).stream().anyMatch(CachedListing::isComplete);
  }

  private synchronized void recalled(CachedListing listing) {
    boolean isNew = listings.underTargetOf(listing.request()).isEmpty();
    boolean isFuture = listing.askedAt().isAfter(now());
    if (isNew && !isFuture && listing.bytes() <= maxBytes) {
      listings.add(listing);
      bytes += listing.bytes();
      shrink(listing);
    }
  }

  /** A listing was read to its end. */
  void completed(CachedListing listing) {
    if (files.isPresent() && listing.request().resource().announcement().isPresent()) {
      Optional<ListingFiles.Kept> content;
      synchronized (this) {
        content =
            listings
                .underTargetOf(listing.request())
                .filter(kept -> kept == listing && kept.isComplete())
                .map(CachedListing::content);
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
    if (listings.remove(listing)) {
      release(listing);
    }
  }

  /** What is kept, the least recently used first. */
  synchronized List<CachedList> contents() {
    return listings.all().stream()
        .filter(listing -> listing.bytes() > 0)
        .map(CachedListing::described)
        .toList();
  }

  /** Keeps nothing of a table. */
  synchronized void forget(String table) {
    files.ifPresent(folder -> folder.delete(table));
    listings.all().stream()
        .filter(listing -> listing.request().resource().table().equals(table))
        .forEach(this::drop);
  }

  /** Keeps nothing of what there is. */
  public synchronized void clear() {
    files.ifPresent(ListingFiles::clear);
    listings.all().forEach(this::drop);
  }

  private Optional<CachedListing> find(Request request, Duration ttl) {
    var young =
        listings.covering(request).stream().filter(listing -> isYounger(listing, ttl)).toList();
    return young.stream()
        .filter(CachedListing::isComplete)
        .findFirst()
        .or(() -> young.stream().filter(each -> each.request().equals(request)).findFirst());
  }

  /** Drops what is too old for every question, now and then. */
  private void sweep() {
    var now = now();
    if (now.isBefore(swept) || !now.isBefore(swept.plus(SWEEPING))) {
      swept = now;
      listings.all().stream().filter(this::isOver).forEach(this::drop);
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
    listings.eldest(bytes - maxBytes, kept).forEach(this::drop);
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
