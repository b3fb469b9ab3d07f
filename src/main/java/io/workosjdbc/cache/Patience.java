package io.workosjdbc.cache;

import java.util.concurrent.CompletableFuture;

/** How long an asker waits for a page that somebody else is already loading. */
@FunctionalInterface
public interface Patience {
  /**
   * Returns when {@code flight} is complete, however it ended.
   *
   * @throws RuntimeException when the asker may not or does not want to wait any longer
   */
  void await(CompletableFuture<?> flight);
}
