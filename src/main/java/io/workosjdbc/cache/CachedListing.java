package io.workosjdbc.cache;

import io.workosjdbc.request.Request;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The answer to one request, filled page by page by whoever reads furthest. Thread-safe. A listing
 * that is no longer kept still serves its readers: they load what they need for themselves.
 */
public final class CachedListing {

  private final ListingCache cache;
  private final Request request;

  // All of these are guarded by the cache.
  private final List<StoredPage> pages = new ArrayList<>();
  private Instant askedAt;
  private Instant provenAt = Instant.MIN;
  private boolean kept = true;
  private @Nullable CompletableFuture<StoredPage> flight;

  CachedListing(ListingCache cache, Request request, Instant now) {
    this.cache = cache;
    this.request = request;
    this.askedAt = now;
  }

  /** The request that it answers, which may be broader than the one that it was opened for. */
  public Request request() {
    return request;
  }

  /**
   * Gives a page: a kept one, else one that somebody is loading already, else one that this call
   * loads. A reader asks for the pages one after the other.
   *
   * @param index counts the pages from 0
   * @param cursor the {@code next} of the page before
   */
  public StoredPage page(int index, Optional<String> cursor, PageLoader loader, Patience patience) {
    while (true) {
      CompletableFuture<StoredPage> theirs;
      var mine = new CompletableFuture<StoredPage>();
      synchronized (cache) {
        if (index < pages.size()) {
          return pages.get(index);
        }
        theirs = flight;
        if (kept && theirs == null) {
          flight = mine;
          askedAt = index == 0 ? cache.now() : askedAt;
        }
      }
      if (theirs == null) {
        return load(mine, cursor, loader);
      }
      patience.await(theirs);
      if (!theirs.isCompletedExceptionally()) {
        return theirs.join();
      }
    }
  }

  private StoredPage load(
      CompletableFuture<StoredPage> mine, Optional<String> cursor, PageLoader loader) {
    Optional<StoredPage> loaded = Optional.empty();
    try {
      loaded = Optional.of(loader.load(cursor));
      return loaded.get();
    } finally {
      synchronized (cache) {
        if (flight == mine) {
          flight = null;
          loaded.filter(page -> kept).ifPresent(this::add);
        }
      }
      loaded.ifPresentOrElse(mine::complete, () -> mine.cancel(false));
      loaded.filter(page -> page.next().isEmpty()).ifPresent(page -> cache.completed(this));
    }
  }

  private void add(StoredPage page) {
    pages.add(page);
    cache.grown(this, page);
  }

  /** An answer that was kept on disk. */
  CachedListing(ListingCache cache, Request request, ListingFiles.Kept kept) {
    this(cache, request, kept.askedAt());
    pages.addAll(kept.pages());
  }

  /** When its first page was asked for. */
  public Instant askedAt() {
    synchronized (cache) {
      return askedAt;
    }
  }

  /** The same by the service's clock, as far as that is known and behind ours. */
  public Instant readAt() {
    synchronized (cache) {
      var sentAt = pages.isEmpty() ? askedAt : pages.get(0).sentAt();
      return sentAt.isBefore(askedAt) ? sentAt : askedAt;
    }
  }

  /** How many pages are kept. */
  public int pageCount() {
    synchronized (cache) {
      return pages.size();
    }
  }

  /** When it was certain to be true. */
  Instant trueAt() {
    return provenAt.isAfter(askedAt) ? provenAt : askedAt;
  }

  void proven(Instant at) {
    provenAt = at;
  }

  ListingFiles.Kept content() {
    return new ListingFiles.Kept(askedAt, pages);
  }

  boolean isComplete() {
    return !pages.isEmpty() && pages.get(pages.size() - 1).next().isEmpty();
  }

  long objects() {
    return pages.stream().mapToLong(StoredPage::objects).sum();
  }

  long bytes() {
    return pages.stream().mapToLong(StoredPage::bytes).sum();
  }

  CachedList described() {
    var table = request.resource().table();
    return new CachedList(table, request.line(), isComplete(), objects(), bytes(), askedAt);
  }

  /** From now on nothing is kept. */
  void release() {
    kept = false;
    pages.clear();
  }
}
