package io.workosjdbc.fetch;

import io.workosjdbc.cache.event.EventAnswer;
import io.workosjdbc.request.ListRequest;
import io.workosjdbc.request.Window;
import io.workosjdbc.resource.Column;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gives a slice of a list to the store, as far as it was read. */
final class EventSink implements Archive.Sink {

  private static final int FULL_ROWS = 8192;

  private final StoredEvents archive;
  private final ListRequest request;
  private final List<Column> columns;
  private final int[] places;
  private final int time;

  private final List<Batch> batches = new ArrayList<>();
  private int rows;
  private Optional<Window> published = Optional.empty();
  private boolean isLate;
  private boolean isWorthless;

  /** What a page had. */
  private record Batch(List<@Nullable Object[]> rows, Instant sentAt) {}

  EventSink(StoredEvents archive, ListRequest request, Layout layout) {
    this.archive = archive;
    this.request = request;
    this.columns =
        layout.columns().stream().filter(column -> column.extraction().isOfObject()).toList();
    this.places = columns.stream().mapToInt(column -> layout.indexOf(column.name())).toArray();
    this.time = layout.indexOf(request.windowColumn().orElseThrow());
  }

  @Override
  public void add(List<@Nullable Object[]> more, Instant sentAt) {
    // Nobody was asked: a filter that names nothing today may name something tomorrow.
    isWorthless |= sentAt.equals(Instant.EPOCH);
    var taken = new ArrayList<@Nullable Object[]>(more.size());
    for (var row : more) {
      isLate |= published.filter(window -> isIn(window, row, time)).isPresent();
      var own = new @Nullable Object[places.length];
      for (int column = 0; column < places.length; column++) {
        own[column] = row[places[column]];
      }
      taken.add(own);
    }
    rows += taken.size();
    batches.add(new Batch(taken, sentAt));
  }

  @Override
  public boolean isFull() {
    return rows >= FULL_ROWS;
  }

  @Override
  public void complete(Window window) {
    var fresh = fresh(window);
    var scope = archive.scope(request);
    var askedAt = batches.stream().map(Batch::sentAt).min(Instant::compareTo);
    if (isWorthless || fresh.isEmpty() || scope.isEmpty() || askedAt.isEmpty()) {
      return;
    }
    var all = batches.stream().flatMap(batch -> batch.rows.stream()).toList();
    archive.store().publish(new EventAnswer(scope.get(), fresh.get(), columns, all, askedAt.get()));
    published = Optional.of(window);
    isLate = false;
    leave(window);
  }

  private int timeOfOwn() {
    return columns.indexOf(request.resource().required(request.windowColumn().orElseThrow()));
  }

  /**
   * What was not published yet. If an event came out of order, the whole: the store adds it to what
   * it has.
   */
  private Optional<Window> fresh(Window window) {
    if (published.isEmpty() || isLate) {
      return Optional.of(window);
    }
    var from = published.get().to();
    var to = published.get().from();
    if (from.isBefore(window.to())) {
      return Optional.of(new Window(from, window.to()));
    }
    return window.from().isBefore(to)
        ? Optional.of(new Window(window.from(), to))
        : Optional.empty();
  }

  /** Keeps the rows that lie outside. */
  private void leave(Window window) {
    int at = timeOfOwn();
    var left =
        batches.stream()
            .map(
                batch ->
                    new Batch(
                        batch.rows.stream().filter(row -> !isIn(window, row, at)).toList(),
                        batch.sentAt))
            .filter(batch -> !batch.rows.isEmpty())
            .toList();
    batches.clear();
    batches.addAll(left);
    rows = left.stream().mapToInt(batch -> batch.rows.size()).sum();
  }

  private static boolean isIn(Window window, @Nullable Object[] row, int time) {
    return row[time] instanceof Long millis && window.contains(Instant.ofEpochMilli(millis));
  }
}
