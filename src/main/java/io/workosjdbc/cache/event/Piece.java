package io.workosjdbc.cache.event;

import com.google.common.collect.Range;
import com.google.common.collect.RangeMap;
import com.google.common.collect.TreeRangeMap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A part of an interval, and the segment that answers it, if one does. */
record Piece(Span span, Optional<SegmentName> segment) {

  /**
   * Cuts an interval into disjoint pieces, the oldest first. Where segments overlap, the latest
   * answer counts.
   *
   * @param covered what a segment covers, possibly nothing
   */
  static List<Piece> of(
      Span asked, Collection<SegmentName> segments, Function<SegmentName, Span> covered) {
    RangeMap<Long, SegmentName> map = TreeRangeMap.create();
    segments.stream()
        .filter(segment -> segment.span().overlaps(asked))
        .sorted(SegmentName.BY_TRUST)
        .forEach(
            segment -> {
              var span = covered.apply(segment).intersection(asked);
              if (!span.isEmpty()) {
                map.put(Range.closedOpen(span.from(), span.to()), segment);
              }
            });
    var pieces = new ArrayList<Piece>();
    long at = asked.from();
    for (var entry : map.asMapOfRanges().entrySet()) {
      var span = new Span(entry.getKey().lowerEndpoint(), entry.getKey().upperEndpoint());
      addGap(pieces, at, span.from());
      pieces.add(new Piece(span, Optional.of(entry.getValue())));
      at = span.to();
    }
    addGap(pieces, at, asked.to());
    return pieces;
  }

  private static void addGap(List<Piece> pieces, long from, long to) {
    if (from < to) {
      pieces.add(new Piece(new Span(from, to), Optional.empty()));
    }
  }
}
