package io.workosjdbc.fetch;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A page as rows of a {@link Layout}.
 *
 * @param rows one for each object, in the order of the page
 * @param next the cursor of the next page; empty on the last one
 */
record ObjectPage(List<@Nullable Object[]> rows, Optional<String> next, Answer answer) {

  /** What a row takes that came without JSON, roughly. */
  private static final long ROW_BYTES = 300;

  /** How much it takes in memory, roughly. */
  long bytes() {
    return answer.isNothing() ? rows.size() * ROW_BYTES : answer.response().body().length;
  }
}
