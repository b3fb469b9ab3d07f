package io.workosjdbc.fetch;

import static io.workosjdbc.fetch.Reading.EVENTS;
import static io.workosjdbc.fetch.Reading.columns;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Lists;
import io.workosjdbc.demo.DemoEvent;
import io.workosjdbc.demo.DemoServer;
import io.workosjdbc.request.Direction;
import io.workosjdbc.request.ListRequest;
import io.workosjdbc.request.Window;
import io.workosjdbc.resource.Column;
import io.workosjdbc.resource.Resource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read is handed over slice by slice, and what is held is not asked for. */
@Timeout(120)
class ArchiveTest {

  private static final DemoServer SERVER = CrowdedDays.serve();

  private final Shelf shelf = new Shelf();

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @AfterEach
  void forget() {
    SERVER.clearRequests();
  }

  /** Slices as they were handed over, and at most one window that is held. */
  private static final class Shelf implements Archive {
    private final List<Slip> complete = new CopyOnWriteArrayList<>();
    private Optional<Window> held = Optional.empty();
    private Duration gone = Duration.ZERO;

    @Override
    public List<Column> kept(Resource resource) {
      return List.of();
    }

    @Override
    public Contents contents(Wanted wanted) {
      var whole = wanted.request().window().orElseThrow();
      var parts = new ArrayList<Part>();
      var from = whole.from();
      for (var window : held.stream().toList()) {
        if (whole.contains(window.from()) && whole.contains(window.to())) {
          parts.add(Part.missing(new Window(from, window.from())));
          parts.add(new Part(window, Place.HELD));
          from = window.to();
        }
      }
      parts.add(Part.missing(new Window(from, whole.to())));
      return new Contents(parts, 0, Optional.empty());
    }

    /** In three stretches, the middle one of which is gone. */
    @Override
    public Iterator<Stretch> read(Wanted wanted) {
      var whole = wanted.request().window().orElseThrow();
      var one = whole.from().plus(gone);
      var two = whole.to().minus(gone);
      var stretches =
          gone.isZero()
              ? List.of(stretch(new Window(whole.from(), whole.to()), wanted))
              : List.of(
                  stretch(new Window(whole.from(), one), wanted),
                  new Stretch(new Window(one, two), Optional.empty()),
                  stretch(new Window(two, whole.to()), wanted));
      return (rises(wanted) ? stretches : Lists.reverse(stretches)).iterator();
    }

    private static boolean rises(Wanted wanted) {
      return wanted.request().order().equals(Optional.of(Direction.ASCENDING));
    }

    private static Stretch stretch(Window window, Wanted wanted) {
      var rows =
          events(window).stream()
              .map(
                  event ->
                      event.createdAt().toEpochMilli() + " " + event.id() + " " + event.event())
              .sorted()
              .map(text -> text.split(" ", -1))
              .map(text -> new @Nullable Object[] {text[1], Long.valueOf(text[0]), text[2]})
              .toList();
      var sorted = rises(wanted) ? rows : Lists.reverse(rows);
      return new Stretch(window, Optional.of(sorted.iterator()));
    }

    @Override
    public Optional<String> problem() {
      return Optional.empty();
    }

    @Override
    public Sink sink(ListRequest request, Layout layout) {
      return new Slip(complete);
    }
  }

  private static final class Slip implements Archive.Sink {
    private final List<Slip> complete;
    private final List<@Nullable Object[]> rows = new ArrayList<>();
    private Window window = new Window(Instant.EPOCH, Instant.MAX);

    Slip(List<Slip> complete) {
      this.complete = complete;
    }

    @Override
    public void add(List<@Nullable Object[]> more, Instant sentAt) {
      rows.addAll(more);
    }

    @Override
    public boolean isFull() {
      return false;
    }

    @Override
    public void complete(Window covered) {
      window = covered;
      complete.add(this);
    }

    List<String> ids() {
      return rows.stream()
          .filter(row -> window.contains(Instant.ofEpochMilli((Long) row[1])))
          .map(row -> String.valueOf(row[0]))
          .sorted()
          .toList();
    }
  }

  private static List<DemoEvent> events(Window window) {
    return SERVER.data().events().stream()
        .filter(event -> window.contains(event.createdAt()))
        .toList();
  }

  private static List<String> ids(Window window) {
    return events(window).stream().map(DemoEvent::id).sorted().toList();
  }

  private List<String> read(int concurrency, Direction direction, int most) {
    try (var environment = Environment.of(SERVER, concurrency, shelf);
        var rows =
            environment
                .fetcher()
                .open(
                    CrowdedDays.plan(Optional.of(direction)),
                    columns(EVENTS, "id", "created_at", "event_type"),
                    Execution.unbounded())) {
      return Reading.take(rows, most).stream().map(row -> row.split(" ", -1)[0]).toList();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 16})
  void allSlicesTogetherAreTheWindow(int concurrency) {
    for (var direction : Direction.values()) {
      shelf.complete.clear();
      assertThat(read(concurrency, direction, Integer.MAX_VALUE)).isNotEmpty();
      assertThat(shelf.complete)
          .allSatisfy(slip -> assertThat(slip.ids()).isEqualTo(ids(slip.window)));
      var windows = shelf.complete.stream().map(slip -> slip.window);
      var sorted = windows.sorted(Comparator.comparing(Window::from)).toList();
      for (int each = 1; each < sorted.size(); each++) {
        assertThat(sorted.get(each).from()).isEqualTo(sorted.get(each - 1).to());
      }
      var whole = CrowdedDays.window();
      assertThat(sorted.get(0).from()).isEqualTo(whole.from());
      assertThat(sorted.get(sorted.size() - 1).to()).isEqualTo(whole.to());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 16})
  void whoStopsEarlyLeavesWhatWasReadCompletely(int concurrency) {
    for (var direction : Direction.values()) {
      shelf.complete.clear();
      assertThat(read(concurrency, direction, 450)).hasSize(450);
      assertThat(shelf.complete)
          .isNotEmpty()
          .allSatisfy(slip -> assertThat(slip.ids()).isEqualTo(ids(slip.window)));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 16})
  void whatIsHeldIsNotAskedFor(int concurrency) {
    var whole = CrowdedDays.window();
    var middle = new Window(whole.from().plusSeconds(36000), whole.from().plusSeconds(180000));
    shelf.held = Optional.of(middle);
    for (var direction : Direction.values()) {
      var rows = read(concurrency, direction, Integer.MAX_VALUE);
      assertThat(rows).containsExactlyInAnyOrderElementsOf(ids(whole));
      var times = rows.stream().map(id -> SERVER.data().find(id).orElseThrow().createdAt());
      Comparator<Instant> rising = Comparator.naturalOrder();
      assertThat(times)
          .isSortedAccordingTo(direction == Direction.ASCENDING ? rising : rising.reversed());
    }
    assertThat(shelf.complete).noneMatch(slip -> slip.window.contains(middle.from()));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void whatTurnsOutToBeGoneIsAskedFor(int concurrency) {
    var whole = CrowdedDays.window();
    var middle = new Window(whole.from().plusSeconds(36000), whole.from().plusSeconds(180000));
    shelf.held = Optional.of(middle);
    shelf.gone = Duration.ofHours(2);
    for (var direction : Direction.values()) {
      shelf.complete.clear();
      var rows = read(concurrency, direction, Integer.MAX_VALUE);
      assertThat(rows).containsExactlyInAnyOrderElementsOf(ids(whole));
      var times = rows.stream().map(id -> SERVER.data().find(id).orElseThrow().createdAt());
      Comparator<Instant> rising = Comparator.naturalOrder();
      assertThat(times)
          .isSortedAccordingTo(direction == Direction.ASCENDING ? rising : rising.reversed());
      assertThat(shelf.complete)
          .allSatisfy(slip -> assertThat(slip.ids()).isEqualTo(ids(slip.window)))
          .anyMatch(slip -> slip.window.contains(middle.from().plusSeconds(14400)))
          .noneMatch(slip -> slip.window.contains(middle.from()));
    }
  }
}
