package io.workosjdbc.cache.event;

import io.workosjdbc.cache.CachedSegment;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Tells people what a shelf holds. */
record Inventory(Shelf shelf) {

  List<CachedSegment> segments() {
    return shelf.files().stream()
        .flatMap(file -> segment(file).stream())
        .sorted(
            Comparator.comparing(CachedSegment::table)
                .thenComparing(segment -> segment.window().from())
                .thenComparing(CachedSegment::askedAt))
        .toList();
  }

  /** What a file is; empty when it is no segment, or cannot be read any more. */
  private Optional<CachedSegment> segment(StoredFile file) {
    return SegmentName.parse(file.name())
        .flatMap(
            name ->
                shelf
                    .kind(shelf.listing(file.folder().table()), name.kind())
                    .map(kind -> describe(file, name, kind)));
  }

  private static CachedSegment describe(StoredFile file, SegmentName name, Kind kind) {
    return new CachedSegment(
        kind.table(),
        kind.scope(),
        name.span().window(),
        name.rows(),
        file.bytes(),
        Instant.ofEpochMilli(name.askedAt()),
        Lifetimes.isProvisional(name));
  }
}
