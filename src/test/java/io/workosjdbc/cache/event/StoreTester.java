package io.workosjdbc.cache.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.HashMultiset;
import io.workosjdbc.request.Direction;
import io.workosjdbc.request.Window;
import io.workosjdbc.resource.Column;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Asks a store as a reader would, and compares what it says with the truth. */
final class StoreTester {

  static final Duration RETENTION = Duration.ofDays(90);

  final EventStore store;
  final Events events;
  final Clock clock;

  StoreTester(EventStore store, Events events, Clock clock) {
    this.store = store;
    this.events = events;
    this.clock = clock;
  }

  static StoreOptions options(Clock clock) {
    return new StoreOptions("test", clock, 1L << 30, RETENTION, RETENTION);
  }

  static Window window(String from, String to) {
    return new Window(Instant.parse(from), Instant.parse(to));
  }

  static EventQuestion question(Window window) {
    return EventQuestion.of(Events.ALL, window, Events.COLUMNS);
  }

  static EventQuestion backwards(EventQuestion question) {
    return question.withDirection(Direction.DESCENDING);
  }

  /** What the store has of a window, having asked the service for it just now. */
  Published publish(Window window) {
    return publish(Events.ALL, window, Events.COLUMNS);
  }

  Published publish(EventScope scope, Window window, List<Column> columns) {
    return store.publish(events.answer(scope, window, columns, clock.instant()));
  }

  /** What must be asked of the service. */
  List<Window> missing(EventQuestion question) {
    return store.coverage(question).missing();
  }

  /**
   * Reads, and checks that the stretches are the question's window, in its direction, and that each
   * stored one holds the truth.
   *
   * @return what is missing
   */
  List<Window> readTruly(EventQuestion question) {
    var missing = new ArrayList<Window>();
    boolean rises = question.direction() == Direction.ASCENDING;
    var at = rises ? question.window().from() : question.window().to();
    for (var stretches = store.read(question); stretches.hasNext(); ) {
      var stretch = stretches.next();
      assertThat(rises ? stretch.window().from() : stretch.window().to()).isEqualTo(at);
      at = rises ? stretch.window().to() : stretch.window().from();
      if (stretch instanceof Stored stored) {
        var part = question.withWindow(stretch.window());
        var rows = rows(stored);
        var truth = events.truth(part);
        assertThat(stored.size()).isEqualTo(truth.size());
        if (!HashMultiset.create(rows).equals(HashMultiset.create(truth))) {
          assertThat(rows).containsExactlyInAnyOrderElementsOf(truth);
        }
      } else {
        missing.add(stretch.window());
      }
    }
    assertThat(at).isEqualTo(rises ? question.window().to() : question.window().from());
    return missing;
  }

  /** The stored rows of all stretches. */
  List<List<Object>> rows(EventQuestion question) {
    var rows = new ArrayList<List<Object>>();
    store
        .read(question)
        .forEachRemaining(
            stretch -> {
              if (stretch instanceof Stored stored) {
                rows.addAll(rows(stored));
              }
            });
    return rows;
  }

  private static List<List<Object>> rows(Stored stored) {
    var rows = new ArrayList<List<Object>>();
    stored.rows().forEachRemaining(row -> rows.add(Arrays.asList(row)));
    return rows;
  }
}
