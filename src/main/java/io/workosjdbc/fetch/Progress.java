package io.workosjdbc.fetch;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Watches that the pages of a list lead somewhere: no cursor twice, no way back to objects that
 * were there before. It remembers the objects of the last page, and of each page before that the
 * first and the last one: a way back leads past one of them.
 */
final class Progress {

  private final int key;
  private final boolean mayBeEmpty;
  private final Set<String> cursors = new HashSet<>();
  private final Set<Object> landmarks = new HashSet<>();
  private List<@Nullable Object[]> previousRows = List.of();
  private Set<Object> previous = Set.of();

  /**
   * @param key where the primary key lies in a row
   * @param mayBeEmpty whether a page without rows may be followed by another
   */
  Progress(int key, boolean mayBeEmpty) {
    this.key = key;
    this.mayBeEmpty = mayBeEmpty;
  }

  /** The rows of the next page without those that it, or the page before, has already given. */
  List<@Nullable Object[]> accept(ObjectPage page) {
    checkCursor(page);
    var ids = new HashSet<Object>(page.rows().size() * 2);
    var fresh = new ArrayList<@Nullable Object[]>(page.rows().size());
    for (var row : page.rows()) {
      var id = id(row);
      if (ids.add(id) && !previous.contains(id)) {
        checkObject(page, id);
        fresh.add(row);
      }
    }
    if (fresh.isEmpty() && !page.rows().isEmpty()) {
      throw page.answer().nonsense("the page has nothing but the objects of the page before");
    }
    leave();
    previous = ids;
    previousRows = page.rows();
    return fresh;
  }

  private void checkCursor(ObjectPage page) {
    if (page.next().isEmpty()) {
      return;
    }
    if (page.rows().isEmpty() && !mayBeEmpty) {
      throw page.answer().nonsense("the page is empty, but there is a cursor to a next one");
    }
    if (!cursors.add(page.next().get())) {
      throw page.answer().nonsense("its next cursor has been used before");
    }
  }

  private void checkObject(ObjectPage page, Object id) {
    if (landmarks.contains(id)) {
      throw page.answer().nonsense("the page goes back to objects that an earlier page had");
    }
  }

  private void leave() {
    if (!previousRows.isEmpty()) {
      landmarks.add(id(previousRows.get(0)));
      landmarks.add(id(previousRows.get(previousRows.size() - 1)));
    }
  }

  private Object id(@Nullable Object[] row) {
    var id = row[key];
    if (id == null) {
      throw new IllegalStateException("A row without a primary key");
    }
    return id;
  }
}
