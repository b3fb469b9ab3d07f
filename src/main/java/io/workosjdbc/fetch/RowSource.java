package io.workosjdbc.fetch;

import org.jspecify.annotations.Nullable;

public interface RowSource extends AutoCloseable {
  boolean next();

  @Nullable Object[] row();

  @Override
  void close();
}
