package io.workosjdbc.sql;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What came of one execution of a statement, told in {@link StoryTime}.
 *
 * @param rows each as its values' texts with a bar between them
 * @param failure what was thrown in place of further rows
 */
record Outcome(
    List<String> rows,
    List<String> requests,
    List<String> warnings,
    Optional<SQLException> failure,
    Instant began,
    Instant ended) {
  Outcome {
    rows = List.copyOf(rows);
    requests = List.copyOf(requests);
    warnings = List.copyOf(warnings);
  }
}
