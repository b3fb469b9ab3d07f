package io.workosjdbc.fetch;

import io.workosjdbc.http.ApiException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rows of one request, page by page. */
interface Batches {

  /**
   * The rows of the next page, possibly none; empty (the Optional) when there is no further page.
   */
  Optional<List<@Nullable Object[]>> next();

  /** What to say when the pages so far turn out to make no sense. */
  ApiException nonsense(String problem);
}
