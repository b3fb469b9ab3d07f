package io.workosjdbc.fetch;

import com.google.common.collect.Iterators;
import io.workosjdbc.cache.event.EventQuestion;
import io.workosjdbc.cache.event.EventScope;
import io.workosjdbc.cache.event.EventStore;
import io.workosjdbc.cache.event.Stored;
import io.workosjdbc.request.Direction;
import io.workosjdbc.request.ListRequest;
import io.workosjdbc.request.Window;
import io.workosjdbc.resource.Column;
import io.workosjdbc.resource.Extraction;
import io.workosjdbc.resource.Resource;
import io.workosjdbc.resource.TimeRange;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * The event store of an environment as the archive of its lists. The whole object is kept only
 * where somebody read it: it takes more than all columns together.
 *
 * @param maxAge how old may be what is said of the last minutes
 */
record StoredEvents(EventStore store, Learned learned, Duration maxAge, Clock clock)
    implements Archive {

  private static final Duration DROPPING = Duration.ofMinutes(5);

  @Override
  public List<Column> kept(Resource resource) {
    return resource.listing().timeRange().isEmpty()
        ? List.of()
        : resource.columns().stream()
            .filter(column -> column.extraction().isOfObject())
            .filter(column -> !(column.extraction() instanceof Extraction.Raw))
            .toList();
  }

  /** What a request is about, without names that the service does not know. */
  Optional<EventScope> scope(ListRequest request) {
    var names = new ArrayList<>(request.names());
    boolean isEmpty = names.removeAll(learned.refusedNames(request.resource())) && names.isEmpty();
    return isEmpty ? Optional.empty() : EventScope.of(request.withNames(names));
  }

  private Optional<EventQuestion> question(Wanted wanted) {
    var request = wanted.request();
    return scope(request)
        .map(
            scope ->
                new EventQuestion(
                    scope,
                    request.window().orElseThrow(),
                    wanted.columns(),
                    wanted.condition(),
                    request.order().orElse(Direction.ASCENDING),
                    maxAge));
  }

  @Override
  public Contents contents(Wanted wanted) {
    var question = question(wanted);
    if (question.isEmpty()) {
      return NONE.contents(wanted);
    }
    var now = clock.instant();
    var coverage = store.coverage(question.get());
    var parts = new ArrayList<Part>();
    coverage.stored().forEach(window -> parts.add(new Part(window, Place.HELD)));
    coverage.missing().forEach(window -> addMissing(parts, window, wanted.request(), now));
    parts.sort(Comparator.comparing(part -> part.window().from()));
    var age = coverage.askedAt().map(askedAt -> Duration.between(askedAt, now));
    return new Contents(parts, coverage.rowsAtMost(), age);
  }

  /**
   * The service is not asked for what it has dropped. What it may be dropping at the moment is
   * asked for: clocks differ, and a statement takes time.
   */
  private static void addMissing(
      List<Part> parts, Window window, ListRequest request, Instant now) {
    var range = request.resource().listing().timeRange();
    var oldest = now.minus(range.map(TimeRange::retention).orElseThrow()).minus(DROPPING);
    if (!window.from().isBefore(oldest)) {
      parts.add(Part.missing(window));
    } else if (window.to().isAfter(oldest)) {
      parts.add(new Part(new Window(window.from(), oldest), Place.LOST));
      parts.add(Part.missing(new Window(oldest, window.to())));
    } else {
      parts.add(new Part(window, Place.LOST));
    }
  }

  @Override
  public Iterator<Stretch> read(Wanted wanted) {
    var question = question(wanted);
    return question.isEmpty()
        ? NONE.read(wanted)
        : Iterators.transform(
            store.read(question.get()),
            stretch ->
                new Stretch(
                    stretch.window(),
                    stretch instanceof Stored stored
                        ? Optional.of(stored.rows())
                        : Optional.empty()));
  }

  @Override
  public Optional<String> problem() {
    return store.problem();
  }

  @Override
  public Sink sink(ListRequest request, Layout layout) {
    return request.isToldByChecks() ? new EventSink(this, request, layout) : Sink.NOWHERE;
  }
}
