package io.workosjdbc.cache.event;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/** Decides when to tidy: after some files, after some time, and when the limit is exceeded. */
final class Keeper {

  private static final int FILES = 16;
  private static final Duration PAUSE = Duration.ofMinutes(10);

  private final Shelf shelf;
  private final Lifetimes lifetimes;
  private final long maxBytes;
  private final Clock clock;

  private final ReentrantLock tidying = new ReentrantLock();
  private final Set<String> tables = ConcurrentHashMap.newKeySet();

  // Guarded by this.
  private Instant last = Instant.MIN;
  private int files;
  private long bytes;

  Keeper(Shelf shelf, Lifetimes lifetimes, long maxBytes, Clock clock) {
    this.shelf = shelf;
    this.lifetimes = lifetimes;
    this.maxBytes = maxBytes;
    this.clock = clock;
  }

  /** A table is worth tidying. */
  void uses(String table) {
    tables.add(table);
  }

  /** A table has a new file. */
  void grown(String table, long more) {
    uses(table);
    if (isTime(more)) {
      tidy();
    }
  }

  private synchronized boolean isTime(long more) {
    files++;
    bytes += more;
    return files >= FILES || bytes > maxBytes || clock.instant().isAfter(last.plus(PAUSE));
  }

  /** Tidies, unless somebody else does. */
  void tidy() {
    if (!tidying.tryLock()) {
      return;
    }
    try {
      var now = clock.instant();
      tables.forEach(table -> compact(table, now));
      long left = new Evictor(shelf.storage(), lifetimes, maxBytes, now).run();
      tables.forEach(shelf::forget);
      tidied(now, left);
    } finally {
      tidying.unlock();
    }
  }

  private synchronized void tidied(Instant now, long left) {
    last = now;
    files = 0;
    bytes = left;
  }

  private void compact(String table, Instant now) {
    shelf
        .storage()
        .exclusively(shelf.folder(table), () -> new Compactor(shelf, lifetimes, now, table).run());
  }
}
