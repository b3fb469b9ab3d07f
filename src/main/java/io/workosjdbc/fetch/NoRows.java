package io.workosjdbc.fetch;

import org.jspecify.annotations.Nullable;

/** The rows of a plan without requests. */
final class NoRows implements RowSource {

  @Override
  public boolean next() {
    return false;
  }

  @Override
  public @Nullable Object[] row() {
    throw new IllegalStateException("There is no row");
  }

  @Override
  public void close() {}
}
