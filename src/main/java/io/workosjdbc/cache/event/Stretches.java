package io.workosjdbc.cache.event;

import com.google.common.collect.AbstractIterator;
import com.google.common.collect.Lists;
import io.workosjdbc.request.Direction;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gives the answer to a question part by part. A segment that is gone when it is its turn is looked
 * for again: somebody may have merged it with others.
 */
final class Stretches extends AbstractIterator<Stretch> {

  private final Planning planning;
  private final EventQuestion question;
  private final Reading reading;
  private final Deque<Piece> pieces = new ArrayDeque<>();
  private final Set<SegmentName> unreadable = new HashSet<>();

  Stretches(Planning planning, EventQuestion question) {
    this.planning = planning;
    this.question = question;
    this.reading = Reading.of(question);
    planAhead(Span.in(question.window()));
  }

  private void planAhead(Span span) {
    var ahead = span.isEmpty() ? List.<Piece>of() : planning.pieces(question, span, unreadable);
    var backwards = question.direction() == Direction.ASCENDING ? Lists.reverse(ahead) : ahead;
    backwards.forEach(pieces::addFirst);
  }

  @Override
  protected @Nullable Stretch computeNext() {
    while (!pieces.isEmpty()) {
      var piece = pieces.removeFirst();
      if (piece.segment().isEmpty()) {
        return new Stretch.Missing(withNeighbours(piece.span()).window());
      }
      var stored = read(piece.span(), piece.segment().get());
      if (stored.isPresent()) {
        return stored.get();
      }
    }
    return endOfData();
  }

  private Span withNeighbours(Span gap) {
    var whole = gap;
    while (!pieces.isEmpty() && pieces.getFirst().segment().isEmpty()) {
      var next = pieces.removeFirst().span();
      whole = new Span(Math.min(whole.from(), next.from()), Math.max(whole.to(), next.to()));
    }
    return whole;
  }

  private Optional<Stored> read(Span span, SegmentName segment) {
    var shelf = planning.shelf();
    var folder = shelf.folder(question.scope().table());
    try (var file = shelf.open(folder, segment)) {
      var stored = reading.read(span, shelf.meta(segment, file), file);
      shelf.used(folder, segment);
      return Optional.of(stored);
    } catch (IOException e) {
      shelf.reject(folder, segment, e);
      unreadable.add(segment);
      planAhead(span);
      return Optional.empty();
    }
  }
}
