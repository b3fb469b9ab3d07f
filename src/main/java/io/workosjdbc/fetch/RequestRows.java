package io.workosjdbc.fetch;

import io.workosjdbc.http.ApiException;
import io.workosjdbc.http.ApiException.Kind;
import io.workosjdbc.request.Check;
import io.workosjdbc.request.ListRequest;
import io.workosjdbc.request.Request;
import io.workosjdbc.resource.Extraction.Provenance;
import io.workosjdbc.resource.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads the pages of one request one after the other, and drops what was not asked for. A page is
 * read in two steps: {@link #ask()} and {@link #take} change state and never wait; what lies
 * between them waits and changes nothing.
 */
final class RequestRows {

  /** The failures after which what is kept of an answer cannot be continued. */
  private static final Set<Kind> WRONG = Set.of(Kind.NONSENSE, Kind.BAD_REQUEST, Kind.NOT_FOUND);

  private final Optional<Progress> progress;
  private final Map<Check, Integer> checks = new LinkedHashMap<>();
  private final Map<Integer, Object> known = new LinkedHashMap<>();
  private final Map<Integer, Provenance.Fact> provenance;
  private final Optional<Slice> slice;
  private final int time;
  private final LongConsumer wholeSize;

  /** The column of the names that the list is asked for by; empty without any. */
  private final String named;

  private Pages pages;
  private Optional<Answer> answer = Optional.empty();
  private Optional<String> cursor = Optional.empty();
  private int index;
  private long objects;
  private boolean isOver;
  private boolean isElsewhere;
  private boolean isInPlace;
  private int inside;

  /**
   * @param request what was asked; the pages may answer something broader
   * @param slice the time that is read, which others may cut; empty for a list without a time range
   * @param wholeSize is told how many objects the answer has, once it was read to its end
   */
  RequestRows(
      Request request, Pages pages, Layout layout, Optional<Slice> slice, LongConsumer wholeSize) {
    this.pages = pages;
    boolean isNested = layout.resource().listing().paging().isNested();
    this.progress = Optional.of(new Progress(layout.key(), isNested));
    this.provenance = layout.provenance();
    this.slice = slice;
    this.wholeSize = wholeSize;
    this.named =
        request instanceof ListRequest list
            ? list.resource().listing().choice().map(Parameter.Choice::column).orElse("")
            : "";
    request.keys().forEach((key, value) -> layout.bound(key).ifPresent(at -> known.put(at, value)));
    layout.count().ifPresent(at -> known.put(at, 1L));
    if (request instanceof ListRequest list) {
      time = list.windowColumn().map(layout::indexOf).orElse(-1);
    } else {
      time = -1;
    }
    request.checks().forEach(check -> checks.put(check, layout.indexOf(check.column())));
  }

  /** Rows that belong to the answer as they come. */
  private RequestRows(Pages pages) {
    this.pages = pages;
    this.progress = Optional.empty();
    this.provenance = Map.of();
    this.slice = Optional.empty();
    this.named = "";
    this.time = -1;
    this.wholeSize = objects -> {};
  }

  /** What the archive holds. */
  static RequestRows ofHeld(ArchivedPages pages) {
    return new RequestRows(pages);
  }

  /** What gets the next page, as things are now. */
  Supplier<ObjectPage> ask() {
    slice.ifPresent(
        range -> {
          pages = pages.within(range.window());
          range.ask();
        });
    var asked = pages;
    int page = index;
    var after = cursor;
    return () -> {
      try {
        return asked.page(page, after);
      } catch (ApiException e) {
        throw failed(e);
      }
    };
  }

  /** The rows of the page that were asked for; the slice may have been cut in the meantime. */
  List<@Nullable Object[]> take(ObjectPage page) {
    try {
      answer = Optional.of(page.answer());
      fillIn(page);
      var rows = progress.map(watch -> watch.accept(page)).orElse(page.rows());
      objects += rows.size();
      cursor = page.next();
      if (cursor.isEmpty()) {
        wholeSize.accept(objects);
      }
      isOver = slice.filter(range -> isBeyond(range, page)).isPresent() || cursor.isEmpty();
      index++;
      return asked(rows);
    } catch (ApiException e) {
      throw failed(e);
    }
  }

  private ApiException failed(ApiException e) {
    if (WRONG.contains(e.kind())) {
      pages.forget();
    }
    return e;
  }

  private boolean isBeyond(Slice range, ObjectPage page) {
    var times = new long[page.rows().size()];
    int answers = 0;
    inside = 0;
    for (int row = 0; row < times.length; row++) {
      if (!(page.rows().get(row)[time] instanceof Long instant)) {
        throw page.answer().nonsense("an object of a list with a time range has no time");
      }
      times[row] = instant;
      answers += range.mayAnswer(instant) ? 1 : 0;
      inside += range.contains(instant) ? 1 : 0;
    }
    isElsewhere |= index == 0 && answers == 0 && times.length > 0;
    isInPlace |= index == 0 && answers == times.length;
    return range.pass(times);
  }

  /** Whether no page follows. */
  boolean isOver() {
    return isOver;
  }

  /** How many pages were taken. */
  int pagesTaken() {
    return index;
  }

  /** Whether the first page had nothing of the time asked for: the service ignores the range. */
  boolean isElsewhere() {
    return isElsewhere;
  }

  /** Whether the first page had nothing but objects of the time asked for, or no objects. */
  boolean isInPlace() {
    return isInPlace;
  }

  /** How many objects of the last page lie in the slice, be they asked for or not. */
  int inside() {
    return inside;
  }

  /** Puts in what the objects do not show: what was asked for, and what is known of the answer. */
  private void fillIn(ObjectPage page) {
    for (var each : known.entrySet()) {
      page.rows().forEach(row -> row[each.getKey()] = each.getValue());
    }
    for (var each : provenance.entrySet()) {
      var fact = page.answer().fact(each.getValue());
      page.rows().forEach(row -> row[each.getKey()] = fact);
    }
  }

  private List<@Nullable Object[]> asked(List<@Nullable Object[]> rows) {
    if (checks.isEmpty() && slice.isEmpty()) {
      return rows;
    }
    var asked = new ArrayList<@Nullable Object[]>(rows.size());
    for (var row : rows) {
      if (passes(row) && (slice.isEmpty() || slice.get().contains(time(row)))) {
        asked.add(row);
      }
    }
    return asked;
  }

  private long time(@Nullable Object[] row) {
    return row[time] instanceof Long instant ? instant : Long.MIN_VALUE;
  }

  private boolean passes(@Nullable Object[] row) {
    for (var check : checks.entrySet()) {
      if (row[check.getValue()] == null && check.getKey().column().equals(named)) {
        throw answer.orElseThrow().nonsense("an object of a list by " + named + " has no " + named);
      }
      var value = Optional.ofNullable(row[check.getValue()]).map(Object::toString);
      if (!check.getKey().passes(value)) {
        return false;
      }
    }
    return true;
  }

  /** What to say when the pages so far turn out to make no sense. */
  ApiException nonsense(String problem) {
    pages.forget();
    return answer.orElseThrow().nonsense(problem);
  }
}
