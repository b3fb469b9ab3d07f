package io.workosjdbc.fetch;

import org.jspecify.annotations.Nullable;

/**
 * The rows of one scan. One thread reads them; {@link #close()} may come from any thread. Whoever
 * opened it closes it.
 *
 * <p>Values are String for TEXT and JSON, Boolean, Long for INTEGER, Long for TIMESTAMP
 * (milliseconds since 1970 in UTC), and null for a member that is absent or null.
 */
public interface RowSource extends AutoCloseable {

  /**
   * Moves to the next row, asking for the next page only when no row is left.
   *
   * @return false after the last row
   * @throws io.workosjdbc.http.ApiException when a request fails, its answer makes no sense, or the
   *     execution or this source has been stopped
   */
  boolean next();

  /**
   * The same for who needs all rows or none: when a budget is spent it fails, also where the user
   * wants the rows so far.
   */
  default boolean nextOrFail() {
    return next();
  }

  /**
   * The row that the last {@link #next()} moved to, in the order of the projection; a fresh array.
   */
  @Nullable Object[] row();

  /** Asks for no further page. Closing again changes nothing. */
  @Override
  void close();
}
