package io.workosjdbc.fetch;

import io.workosjdbc.http.ApiException;
import io.workosjdbc.http.ApiException.Kind;
import io.workosjdbc.request.Check;
import io.workosjdbc.request.ListRequest;
import io.workosjdbc.request.Request;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Reads the pages of one request one after the other, and drops what was not asked for. */
final class RequestRows implements Batches {

  /** The failures after which what is kept of an answer cannot be continued. */
  private static final Set<Kind> WRONG = Set.of(Kind.NONSENSE, Kind.BAD_REQUEST, Kind.NOT_FOUND);

  private final Pages pages;
  private final Progress progress;
  private final Map<Check, Integer> checks = new LinkedHashMap<>();
  private final Map<Integer, String> bound = new LinkedHashMap<>();
  private final Optional<TimeWindow> window;
  private final LongConsumer wholeSize;

  private Optional<Answer> answer = Optional.empty();
  private Optional<String> cursor = Optional.empty();
  private int index;
  private long objects;
  private boolean isOver;

  /**
   * @param request what was asked; the pages may answer something broader
   * @param wholeSize is told how many objects the answer has, once it was read to its end
   */
  RequestRows(Request request, Pages pages, Layout layout, LongConsumer wholeSize) {
    this.pages = pages;
    this.progress = new Progress(layout.key(), layout.resource().listing().paging().isNested());
    this.wholeSize = wholeSize;
    if (request instanceof ListRequest list) {
      list.keys().forEach((key, value) -> layout.bound(key).ifPresent(at -> bound.put(at, value)));
    }
    request.checks().forEach(check -> checks.put(check, layout.indexOf(check.column())));
    this.window =
        request instanceof ListRequest list
            ? list.windowColumn()
                .map(column -> new TimeWindow(layout.indexOf(column), list.window().orElseThrow()))
            : Optional.empty();
  }

  @Override
  public Optional<List<@Nullable Object[]>> next() {
    if (isOver) {
      return Optional.empty();
    }
    try {
      var page = pages.page(index, cursor);
      index++;
      answer = Optional.of(page.answer());
      fillIn(page.rows());
      var rows = progress.accept(page);
      objects += rows.size();
      cursor = page.next();
      if (cursor.isEmpty()) {
        wholeSize.accept(objects);
      }
      isOver = window.filter(range -> range.isBeyond(page)).isPresent() || cursor.isEmpty();
      return Optional.of(asked(rows));
    } catch (ApiException e) {
      if (WRONG.contains(e.kind())) {
        pages.forget();
      }
      throw e;
    }
  }

  /** Puts in the keys by which the list was asked for. */
  private void fillIn(List<@Nullable Object[]> rows) {
    for (var each : bound.entrySet()) {
      rows.forEach(row -> row[each.getKey()] = each.getValue());
    }
  }

  private List<@Nullable Object[]> asked(List<@Nullable Object[]> rows) {
    if (checks.isEmpty() && window.isEmpty()) {
      return rows;
    }
    var asked = new ArrayList<@Nullable Object[]>(rows.size());
    for (var row : rows) {
      if (passes(row) && (window.isEmpty() || window.get().contains(row))) {
        asked.add(row);
      }
    }
    return asked;
  }

  private boolean passes(@Nullable Object[] row) {
    for (var check : checks.entrySet()) {
      var value = Optional.ofNullable(row[check.getValue()]).map(Object::toString);
      if (!check.getKey().passes(value)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public ApiException nonsense(String problem) {
    pages.forget();
    return answer.orElseThrow().nonsense(problem);
  }
}
