package io.workosjdbc.cache;

import java.util.Optional;

/** Where a page comes from when it is not kept. */
@FunctionalInterface
public interface PageLoader {
  /**
   * Loads the page after a cursor, or the first one. Blocks.
   *
   * @throws RuntimeException when that fails; nothing is kept then
   */
  StoredPage load(Optional<String> cursor);
}
