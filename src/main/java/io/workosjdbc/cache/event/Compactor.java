package io.workosjdbc.cache.event;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Merges the many small segments of a day, and drops those that say nothing any more. What it
 * writes holds what its inputs held, and they are deleted after it is there, so that a reader finds
 * the same rows at any moment.
 */
final class Compactor {

  private static final Logger LOG = LoggerFactory.getLogger(Compactor.class);
  private static final long DAY = Duration.ofDays(1).toMillis();
  private static final long HOUR = Duration.ofHours(1).toMillis();

  /** Fewer small segments in a row are left alone. */
  private static final int MANY = 8;

  private final Shelf shelf;
  private final Lifetimes lifetimes;
  private final Instant now;
  private final Shelf.Listing listing;

  Compactor(Shelf shelf, Lifetimes lifetimes, Instant now, String table) {
    this.shelf = shelf;
    this.lifetimes = lifetimes;
    this.now = now;
    shelf.forget(table);
    this.listing = shelf.listing(table);
  }

  void run() {
    var byKind = listing.segments().stream().collect(Collectors.groupingBy(SegmentName::kind));
    byKind.forEach(
        (digest, segments) ->
            shelf.kind(listing, digest).ifPresent(kind -> new OneKind(kind, segments).run()));
    shelf.forget(listing.folder().table());
  }

  /** What is common to segments that become one: a day, and when they are to be read again. */
  private record Group(long day, Optional<Long> hourAsked) {
    static Group of(SegmentName segment) {
      return new Group(
          segment.span().from() / DAY,
          Lifetimes.isProvisional(segment)
              ? Optional.of(segment.askedAt() / HOUR)
              : Optional.empty());
    }
  }

  private final class OneKind {
    private final Kind kind;
    private final List<SegmentName> segments;
    private final long cutoff = lifetimes.cutoff(now, listing.archive());
    private final List<Piece> visible;

    OneKind(Kind kind, List<SegmentName> segments) {
      this.kind = kind;
      this.segments = segments;
      this.visible =
          Piece.of(new Span(cutoff, Long.MAX_VALUE), segments, SegmentName::span).stream()
              .filter(piece -> piece.segment().isPresent())
              .toList();
    }

    void run() {
      var seen = visible.stream().map(Compactor::segment).collect(Collectors.toSet());
      segments.stream()
          .filter(segment -> segment.span().to() > cutoff && !seen.contains(segment))
          .forEach(this::delete);
      runs().forEach(this::rewrite);
    }

    /** Pieces to be written anew together. */
    private List<List<Piece>> runs() {
      var runs = new ArrayList<List<Piece>>();
      var run = new ArrayList<Piece>();
      for (var piece : visible) {
        if (!run.isEmpty() && !continues(run.get(run.size() - 1), piece)) {
          runs.add(List.copyOf(run));
          run.clear();
        }
        run.add(piece);
      }
      runs.add(run);
      runs.removeIf(each -> each.size() < MANY && !isOverdue(each));
      return runs;
    }

    private boolean continues(Piece last, Piece next) {
      return last.span().to() == next.span().from()
          && isSmall(segment(last))
          && isSmall(segment(next))
          && Group.of(segment(last)).equals(Group.of(segment(next)));
    }

    private boolean isSmall(SegmentName segment) {
      boolean isCovered = lifetimes.covered(segment, now).equals(segment.span());
      return segment.rows() < SegmentBuilder.FULL_ROWS / 2 && isCovered;
    }

    /** Whether a single segment begins long before what is kept. */
    private boolean isOverdue(List<Piece> run) {
      return run.size() == 1 && segment(run.get(0)).span().from() < cutoff - DAY;
    }

    private void rewrite(List<Piece> run) {
      var inputs = new LinkedHashSet<SegmentName>();
      run.forEach(piece -> inputs.add(segment(piece)));
      var asked = inputs.stream().mapToLong(SegmentName::askedAt).summaryStatistics();
      boolean isProvisional = Lifetimes.isProvisional(segment(run.get(0)));
      var writer =
          new SegmentWriter(
              shelf,
              kind,
              isProvisional ? asked.getMin() : asked.getMax(),
              run.get(0).span().from());
      try {
        for (var piece : run) {
          copy(piece, writer);
        }
        writer.finish(run.get(run.size() - 1).span().to());
      } catch (IOException e) {
        LOG.debug("Cannot merge {} segments", inputs.size(), e);
        return;
      }
      LOG.debug("Merged {} segments", inputs.size());
      inputs.removeAll(neededBesides(run));
      inputs.forEach(this::delete);
    }

    private void copy(Piece piece, SegmentWriter writer) throws IOException {
      var segment = segment(piece);
      try (var file = shelf.storage().open(listing.folder(), segment.fileName())) {
        var stored = Reading.whole(kind).read(piece.span(), shelf.meta(segment, file), file);
        for (var rows = stored.rows(); rows.hasNext(); ) {
          writer.add(rows.next());
        }
      } catch (IOException e) {
        shelf.reject(listing.folder(), segment, e);
        throw e;
      }
    }

    /** The segments that have pieces outside a run, too. */
    private Set<SegmentName> neededBesides(List<Piece> run) {
      var others = new HashSet<>(visible);
      others.removeAll(new HashSet<>(run));
      return others.stream().map(Compactor::segment).collect(Collectors.toSet());
    }

    private void delete(SegmentName segment) {
      shelf.storage().delete(listing.folder(), segment.fileName());
    }
  }

  private static SegmentName segment(Piece piece) {
    return piece.segment().orElseThrow();
  }
}
