package io.workosjdbc.planner;

import org.apache.calcite.linq4j.AbstractEnumerable;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.Enumerator;
import org.apache.calcite.runtime.CalciteException;
import org.jspecify.annotations.Nullable;

/**
 * The first rows of some, as LIMIT and OFFSET say; null, which only a parameter can be, is none of
 * both, as in PostgreSQL and H2. Never asks for a row more than it gives: that row may be a page
 * away, or behind the rest of a list. Public because generated code calls it.
 */
public final class FirstRows {
  private FirstRows() {}

  /** So many of the rows, fewer if there are fewer. */
  public static <T> Enumerable<T> of(Enumerable<T> rows, @Nullable Object count) {
    if (count == null) {
      return rows;
    }
    long most = notNegative("LIMIT", count);
    return new AbstractEnumerable<>() {
      @Override
      public Enumerator<T> enumerator() {
        return new Counting<>(rows.enumerator(), most);
      }
    };
  }

  /** The rows after so many. */
  public static <T> Enumerable<T> after(Enumerable<T> rows, @Nullable Object count) {
    return count == null ? rows : rows.skip(Math.toIntExact(notNegative("OFFSET", count)));
  }

  private static long notNegative(String clause, Object count) {
    long number = ((Number) count).longValue();
    if (number < 0) {
      throw new CalciteException(clause + " must not be negative, and is " + number, null);
    }
    return number;
  }

  private static final class Counting<T> implements Enumerator<T> {
    private final Enumerator<T> rows;
    private final long most;
    private long given;

    Counting(Enumerator<T> rows, long most) {
      this.rows = rows;
      this.most = most;
    }

    @Override
    public T current() {
      return rows.current();
    }

    @Override
    public boolean moveNext() {
      if (given >= most || !rows.moveNext()) {
        return false;
      }
      given++;
      return true;
    }

    @Override
    public void reset() {
      rows.reset();
      given = 0;
    }

    @Override
    public void close() {
      rows.close();
    }
  }
}
