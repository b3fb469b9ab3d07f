package io.workosjdbc.cache.event;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the files of all environments within their time and size. The least recently used go first,
 * and what the service can no longer give goes last.
 */
final class Evictor {

  private static final Logger LOG = LoggerFactory.getLogger(Evictor.class);

  /** A temporary file of this age was left behind by a process that ended. */
  private static final Duration ABANDONED = Duration.ofHours(1);

  /** How much of the limit is left in use, so that the next file finds room. */
  private static final double FILLED = 0.9;

  private final Storage storage;
  private final Lifetimes lifetimes;
  private final long maxBytes;
  private final Instant now;

  Evictor(Storage storage, Lifetimes lifetimes, long maxBytes, Instant now) {
    this.storage = storage;
    this.lifetimes = lifetimes;
    this.maxBytes = maxBytes;
    this.now = now;
  }

  /** Deletes what must go, and tells how many bytes are left. */
  long run() {
    try {
      var files = storage.files();
      var cutoffs = cutoffs(files);
      Predicate<StoredFile> isOver = file -> isOver(file, cutoffs.getOrDefault(file.folder(), 0L));
      files.stream().filter(isOver).forEach(this::delete);
      return shrink(files.stream().filter(isOver.negate()).filter(Evictor::isOurs).toList());
    } catch (IOException e) {
      LOG.debug("Cannot look for old files", e);
      return 0;
    }
  }

  private Map<Folder, Long> cutoffs(List<StoredFile> files) {
    var cutoffs = new HashMap<Folder, Long>();
    for (var file : files) {
      long cutoff = lifetimes.cutoff(now, ArchiveMark.parse(file.name()));
      cutoffs.merge(file.folder(), cutoff, Math::min);
    }
    return cutoffs;
  }

  private boolean isOver(StoredFile file, long cutoff) {
    var segment = SegmentName.parse(file.name());
    return segment.isPresent()
        ? segment.get().span().to() <= cutoff
        : file.name().endsWith(DiskStorage.TEMPORARY)
            && file.lastUsed().isBefore(now.minus(ABANDONED));
  }

  private static boolean isOurs(StoredFile file) {
    return SegmentName.parse(file.name()).isPresent() || Beside.holds(file);
  }

  private long shrink(List<StoredFile> ours) {
    long bytes = ours.stream().mapToLong(StoredFile::bytes).sum();
    if (bytes <= maxBytes) {
      return bytes;
    }
    var order =
        Comparator.comparing(this::isIrreplaceable)
            .thenComparing(StoredFile::lastUsed)
            .thenComparing(StoredFile::name);
    for (var file : ours.stream().sorted(order).toList()) {
      if (bytes <= maxBytes * FILLED) {
        break;
      }
      delete(file);
      bytes -= file.bytes();
    }
    return bytes;
  }

  private boolean isIrreplaceable(StoredFile file) {
    return SegmentName.parse(file.name())
        .filter(segment -> segment.span().to() <= lifetimes.irreplaceable(now))
        .isPresent();
  }

  private void delete(StoredFile file) {
    storage.delete(file.folder(), file.name());
  }
}
