package io.workosjdbc.fetch;

import com.google.common.collect.Iterators;
import io.workosjdbc.request.Direction;
import io.workosjdbc.request.ListRequest;
import io.workosjdbc.request.Request;
import io.workosjdbc.request.Window;
import io.workosjdbc.resource.Extraction.Provenance;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the archive has of a part of a list. If something of it turns out to be gone, the service is
 * asked for that, day by day so that it can be sorted. One thread at a time.
 */
final class ArchivedPages implements Pages {

  private static final int ROWS = 500;
  private static final Optional<String> MORE = Optional.of("more");
  private static final Duration DAY = Duration.ofDays(1);

  /** Reads a window of the list from the service, and keeps it. */
  @FunctionalInterface
  interface Asking {
    List<@Nullable Object[]> rows(ListRequest request);
  }

  private final ListRequest request;
  private final Iterator<Archive.Stretch> stretches;
  private final Asking asking;
  private final Runnable counting;
  private final Direction direction;
  private final int time;
  private final Answer answer;
  private final Map<Integer, Provenance.Fact> provenance;

  private Iterator<@Nullable Object[]> rows = Collections.emptyIterator();
  private Optional<Window> gap = Optional.empty();

  /**
   * @param archive read for what it holds of the request's window
   * @param counting called for each page that comes from the archive
   */
  ArchivedPages(ListRequest request, ArchiveScan archive, Asking asking, Runnable counting) {
    this.request = request;
    this.stretches = archive.read(request);
    this.asking = asking;
    this.counting = counting;
    this.direction = request.order().orElse(Direction.ASCENDING);
    this.time = archive.layout().indexOf(request.windowColumn().orElseThrow());
    this.answer = Answer.nothing("the cache", Optional.empty(), Instant.EPOCH);
    this.provenance = archive.layout().provenance();
  }

  @Override
  public ObjectPage page(int index, Optional<String> cursor) {
    while (!rows.hasNext()) {
      if (gap.isPresent()) {
        askForDay(gap.get());
      } else if (stretches.hasNext()) {
        var stretch = stretches.next();
        rows = stretch.rows().map(this::held).orElse(Collections.emptyIterator());
        gap = stretch.rows().isPresent() ? Optional.empty() : Optional.of(stretch.window());
      } else {
        return new ObjectPage(List.of(), Optional.empty(), answer);
      }
    }
    var page = new ArrayList<@Nullable Object[]>(ROWS);
    while (page.size() < ROWS && rows.hasNext()) {
      page.add(rows.next());
    }
    counting.run();
    return new ObjectPage(page, MORE, answer);
  }

  /** Of a row that the archive has, nobody knows any more which answer it came in. */
  private Iterator<@Nullable Object[]> held(Iterator<@Nullable Object[]> stored) {
    return provenance.isEmpty() ? stored : Iterators.transform(stored, this::marked);
  }

  private @Nullable Object[] marked(@Nullable Object[] row) {
    provenance.forEach(
        (at, fact) -> row[at] = fact == Provenance.Fact.FROM_CACHE ? Boolean.TRUE : null);
    return row;
  }

  /** Leaves everything as it was when the request fails, so that it can be tried again. */
  private void askForDay(Window window) {
    boolean rises = direction == Direction.ASCENDING;
    var cut = rises ? window.from().plus(DAY) : window.to().minus(DAY);
    boolean isLast = !window.contains(cut) || cut.equals(window.from());
    var day = window;
    Optional<Window> rest = Optional.empty();
    if (!isLast) {
      var early = new Window(window.from(), cut);
      var late = new Window(cut, window.to());
      day = rises ? early : late;
      rest = Optional.of(rises ? late : early);
    }
    var found = new ArrayList<>(asking.rows(request.withWindow(day)));
    Comparator<@Nullable Object[]> rising = Comparator.comparingLong(this::timeOf);
    found.sort(rises ? rising : rising.reversed());
    rows = found.iterator();
    gap = rest;
  }

  private long timeOf(@Nullable Object[] row) {
    return row[time] instanceof Long instant ? instant : Long.MAX_VALUE;
  }

  @Override
  public Request answered() {
    return request;
  }

  @Override
  public Pages within(Window window) {
    throw new IllegalStateException("What is held is not cut: " + request.line());
  }

  @Override
  public void forget() {}
}
