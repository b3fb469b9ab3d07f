package io.workosjdbc.fetch;

import com.google.common.hash.Hashing;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Watches that the pages of a list lead somewhere: no cursor twice, no page that was there before.
 * Of the pages before the last one it keeps two numbers each.
 */
final class Progress {

  private final int key;
  private final Set<Long> cursors = new HashSet<>();
  private final Set<Long> firstObjects = new HashSet<>();
  private Set<Object> previous = Set.of();
  private String previousFirst = "";

  /**
   * @param key where the primary key lies in a row
   */
  Progress(int key) {
    this.key = key;
  }

  /** The rows of the next page without those that it, or the page before, has already given. */
  List<@Nullable Object[]> accept(ObjectPage page) {
    var ids = new HashSet<Object>(page.rows().size() * 2);
    var fresh = new ArrayList<@Nullable Object[]>(page.rows().size());
    for (var row : page.rows()) {
      var id = id(row);
      if (ids.add(id) && !previous.contains(id)) {
        fresh.add(row);
      }
    }
    checkCursor(page);
    if (!page.rows().isEmpty()) {
      checkObjects(page, fresh);
    }
    previous = ids;
    return fresh;
  }

  private void checkCursor(ObjectPage page) {
    if (page.next().isEmpty()) {
      return;
    }
    if (page.rows().isEmpty()) {
      throw page.answer().nonsense("the page is empty, but there is a cursor to a next one");
    }
    if (!cursors.add(hash(page.next().get()))) {
      throw page.answer().nonsense("its next cursor has been used before");
    }
  }

  private void checkObjects(ObjectPage page, List<@Nullable Object[]> fresh) {
    var first = id(page.rows().get(0)).toString();
    if (fresh.isEmpty() || firstObjects.contains(hash(first))) {
      throw page.answer().nonsense("the page goes back to objects that earlier pages had");
    }
    if (!previousFirst.isEmpty()) {
      firstObjects.add(hash(previousFirst));
    }
    previousFirst = first;
  }

  private Object id(@Nullable Object[] row) {
    var id = row[key];
    if (id == null) {
      throw new IllegalStateException("A row without a primary key");
    }
    return id;
  }

  private static long hash(String text) {
    return Hashing.sipHash24().hashUnencodedChars(text).asLong();
  }
}
