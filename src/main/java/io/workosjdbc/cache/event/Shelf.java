package io.workosjdbc.cache.event;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The segments of one environment, and what is known of them: listings that are a second old at
 * most, and what the files say of themselves. Thread-safe.
 */
final class Shelf {

  private static final Logger LOG = LoggerFactory.getLogger(Shelf.class);
  private static final Duration FRESH = Duration.ofSeconds(1);
  private static final Duration TOUCHED = Duration.ofHours(1);

  private final Storage storage;
  private final String namespace;
  private final Clock clock;

  private final Map<String, Listing> listings = new ConcurrentHashMap<>();
  private final AtomicLong changes = new AtomicLong();
  private final Map<Long, Kind> kinds = new ConcurrentHashMap<>();
  private final Set<String> rejected = ConcurrentHashMap.newKeySet();
  private final Tails tails = new Tails();
  private final Cache<String, SegmentMeta> metas =
      CacheBuilder.newBuilder().maximumSize(1000).build();
  private final Cache<String, Instant> touched =
      CacheBuilder.newBuilder().maximumSize(10_000).build();

  /**
   * What a folder holds.
   *
   * @param archive how long events are kept here, if somebody wanted that
   */
  record Listing(Folder folder, Instant at, List<SegmentName> segments, Duration archive) {}

  Shelf(Storage storage, String namespace, Clock clock) {
    this.storage = storage;
    this.namespace = namespace;
    this.clock = clock;
  }

  Storage storage() {
    return storage;
  }

  Tails tails() {
    return tails;
  }

  SegmentSource open(Folder folder, SegmentName segment) throws IOException {
    var tail = tails.content(segment);
    return tail.isPresent()
        ? SegmentSource.of(tail.get())
        : storage.open(folder, segment.fileName());
  }

  Optional<PrivateFolder> beside(Beside what, long maxBytes) {
    return storage
        .path(new Folder(namespace, what.folder()))
        .map(path -> new PrivateFolder(path, maxBytes));
  }

  Folder folder(String table) {
    return new Folder(namespace, table);
  }

  Listing listing(String table) {
    var known = listings.get(table);
    var now = clock.instant();
    if (known != null && Duration.between(known.at, now).abs().compareTo(FRESH) < 0) {
      return known;
    }
    long change = changes.get();
    var listing = list(folder(table), now);
    listings.put(table, listing);
    if (change != changes.get()) {
      listings.remove(table, listing);
    }
    return listing;
  }

  private Listing list(Folder folder, Instant now) {
    var segments = new ArrayList<SegmentName>();
    var archive = Duration.ZERO;
    try {
      for (var name : storage.names(folder)) {
        if (!rejected.contains(name)) {
          SegmentName.parse(name).ifPresent(segments::add);
          archive = Collections.max(List.of(archive, ArchiveMark.parse(name)));
        }
      }
    } catch (IOException e) {
      LOG.debug("Cannot list {}", folder, e);
      return new Listing(folder, now, List.of(), Duration.ZERO);
    }
    return new Listing(folder, now, List.copyOf(segments), archive);
  }

  /** The next question looks at the folder itself. */
  void forget(String table) {
    changes.incrementAndGet();
    listings.remove(table);
  }

  /** What a digest in a file name means, if one of the files can be read. */
  Optional<Kind> kind(Listing listing, long digest) {
    var known = kinds.get(digest);
    if (known != null) {
      return Optional.of(known);
    }
    for (var segment : listing.segments) {
      if (segment.kind() == digest) {
        var kind = readKind(listing.folder, segment);
        if (kind.isPresent()) {
          kinds.put(digest, kind.get());
          return kind;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Kind> readKind(Folder folder, SegmentName segment) {
    try (var file = storage.open(folder, segment.fileName())) {
      return Optional.of(meta(segment, file).kind());
    } catch (IOException e) {
      reject(folder, segment, e);
      return Optional.empty();
    }
  }

  /** The segments whose rows and columns suffice for a question. */
  List<SegmentName> answering(Listing listing, EventScope scope, List<StoredColumn> columns) {
    var suitable = new HashSet<Long>();
    listing.segments.stream()
        .map(SegmentName::kind)
        .distinct()
        .filter(digest -> kind(listing, digest).filter(k -> k.answers(scope, columns)).isPresent())
        .forEach(suitable::add);
    return listing.segments.stream().filter(name -> suitable.contains(name.kind())).toList();
  }

  SegmentMeta meta(SegmentName segment, SegmentSource file) throws IOException {
    var known = metas.getIfPresent(segment.fileName());
    if (known != null) {
      return known;
    }
    var meta = SegmentMeta.read(segment, file);
    metas.put(segment.fileName(), meta);
    return meta;
  }

  /** A segment could not be read: it counts no longer, and if it is broken it goes. */
  void reject(Folder folder, SegmentName segment, IOException why) {
    var name = segment.fileName();
    LOG.debug("Cannot use {}", name, why);
    if (why instanceof DamagedSegment) {
      storage.delete(folder, name);
    }
    if (why instanceof DamagedSegment || why instanceof UnknownVersion) {
      rejected.add(name);
    }
    metas.invalidate(name);
    forget(folder.table());
  }

  /** Deletes what nobody will be given any more. */
  void expire(Listing listing, long cutoff) {
    var over = listing.segments.stream().filter(segment -> segment.span().to() <= cutoff).toList();
    if (!over.isEmpty()) {
      over.forEach(segment -> storage.delete(listing.folder, segment.fileName()));
      forget(listing.folder.table());
    }
  }

  /** Notes that a segment was used, now and then. */
  void used(Folder folder, SegmentName segment) {
    if (tails.content(segment).isPresent()) {
      return;
    }
    var name = segment.fileName();
    var last = touched.getIfPresent(name);
    var now = clock.instant();
    if (last == null || Duration.between(last, now).compareTo(TOUCHED) > 0) {
      touched.put(name, now);
      storage.touch(folder, name);
    }
  }

  /** All files of this environment. */
  List<StoredFile> files() {
    try {
      return storage.files().stream()
          .filter(file -> file.folder().namespace().equals(namespace))
          .toList();
    } catch (IOException e) {
      LOG.debug("Cannot list {}", namespace, e);
      return List.of();
    }
  }

  /** Deletes the segments of a table that reach beyond a time. */
  void refresh(String table, long irreplaceable) {
    forget(table);
    var listing = listing(table);
    listing.segments.stream()
        .filter(segment -> segment.span().to() > irreplaceable)
        .forEach(segment -> storage.delete(listing.folder, segment.fileName()));
    forget(table);
    tails.clear();
  }

  /** Deletes all files of this environment. */
  void purge() {
    files().forEach(file -> storage.delete(file.folder(), file.name()));
    changes.incrementAndGet();
    listings.clear();
    tails.clear();
    metas.invalidateAll();
  }
}
