package io.workosjdbc.cache.event;

import com.google.common.collect.Range;
import com.google.common.collect.RangeSet;
import com.google.common.collect.TreeRangeSet;
import io.workosjdbc.request.Window;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which segments answer which parts of a question. */
record Planning(Shelf shelf, Lifetimes lifetimes, Clock clock) {

  /**
   * The pieces of a span, the oldest first.
   *
   * @param unreadable segments that are not to be used
   */
  List<Piece> pieces(EventQuestion question, Span span, Collection<SegmentName> unreadable) {
    var listing = shelf.listing(question.scope().table());
    var now = clock.instant();
    long cutoff = lifetimes.cutoff(now, listing.archive());
    shelf.expire(listing, cutoff);
    var kept = new Span(cutoff, Long.MAX_VALUE);
    var segments =
        Stream.concat(
                shelf.answering(listing, question.scope(), question.storedColumns()).stream(),
                shelf.tails().answering(question, now).stream())
            .filter(segment -> !unreadable.contains(segment))
            .toList();
    return Piece.of(span, segments, segment -> lifetimes.covered(segment, now).intersection(kept));
  }

  EventCoverage coverage(EventQuestion question) {
    var span = Span.in(question.window());
    RangeSet<Long> stored = TreeRangeSet.create();
    RangeSet<Long> missing = TreeRangeSet.create();
    var pieces = pieces(question, span, List.of());
    for (var piece : pieces) {
      var range = Range.closedOpen(piece.span().from(), piece.span().to());
      (piece.segment().isPresent() ? stored : missing).add(range);
    }
    var segments = pieces.stream().map(Piece::segment).flatMap(Optional::stream).toList();
    var oldest = segments.stream().mapToLong(SegmentName::askedAt).min();
    return new EventCoverage(
        windows(stored),
        windows(missing),
        segments.stream().distinct().mapToLong(SegmentName::rows).sum(),
        oldest.isPresent()
            ? Optional.of(Instant.ofEpochMilli(oldest.getAsLong()))
            : Optional.empty(),
        pieces.stream().anyMatch(Planning::isProvisional));
  }

  private static boolean isProvisional(Piece piece) {
    return piece.segment().isPresent()
        && Lifetimes.settledUntil(piece.segment().get()) < piece.span().to();
  }

  private static List<Window> windows(RangeSet<Long> ranges) {
    return ranges.asRanges().stream()
        .map(range -> new Span(range.lowerEndpoint(), range.upperEndpoint()).window())
        .toList();
  }
}
