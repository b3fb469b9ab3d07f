package io.workosjdbc.planner;

import org.apache.calcite.linq4j.AbstractEnumerable;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.Enumerator;
import org.jspecify.annotations.Nullable;

/**
 * The grand total of no rows. Public because generated code calls it.
 *
 * @param row in the format of the rows that it stands in for
 */
public record TotalRow(@Nullable Object row) {

  /** The rows; this one if there are none. */
  public Enumerable<@Nullable Object> ifNone(Enumerable<@Nullable Object> rows) {
    return new AbstractEnumerable<>() {
      @Override
      public Enumerator<@Nullable Object> enumerator() {
        return new OrTotal(rows.enumerator(), row);
      }
    };
  }

  private static final class OrTotal implements Enumerator<@Nullable Object> {
    private final Enumerator<@Nullable Object> rows;
    private final @Nullable Object total;
    private boolean began;
    private boolean isTotal;

    OrTotal(Enumerator<@Nullable Object> rows, @Nullable Object total) {
      this.rows = rows;
      this.total = total;
    }

    @Override
    public @Nullable Object current() {
      return isTotal ? total : rows.current();
    }

    @Override
    public boolean moveNext() {
      boolean first = !began;
      began = true;
      if (isTotal) {
        return false;
      }
      boolean more = rows.moveNext();
      isTotal = first && !more;
      return more || isTotal;
    }

    @Override
    public void reset() {
      rows.reset();
      began = false;
      isTotal = false;
    }

    @Override
    public void close() {
      rows.close();
    }
  }
}
