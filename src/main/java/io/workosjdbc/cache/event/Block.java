package io.workosjdbc.cache.event;

import java.util.BitSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One column of one chunk, decoded as far as it must be. Not thread-safe. */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
sealed interface Block {

  /** The value in a row of the chunk. */
  @Nullable Object get(int row);

  /** Clears the rows whose value does not pass. */
  default void retain(BitSet rows, Predicate<@Nullable Object> test) {
    for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
      if (!test.test(get(row))) {
        rows.clear(row);
      }
    }
  }

  /**
   * Few different values.
   *
   * @param codes of each row, the place of its value; empty when there is but one value
   */
  record Dictionary(@Nullable Object[] values, short[] codes) implements Block {
    /** The same value in every row. */
    static Dictionary of(@Nullable Object value) {
      return new Dictionary(new @Nullable Object[] {value}, new short[0]);
    }

    int code(int row) {
      return codes.length == 0 ? 0 : codes[row] & 0xffff;
    }

    @Override
    public @Nullable Object get(int row) {
      return values[code(row)];
    }

    /** Makes of the number of each row another one, by which its value is told apart, too. */
    void addTo(int[] numbers) {
      for (int row = 0; codes.length > 0 && row < numbers.length; row++) {
        numbers[row] = numbers[row] * values.length + (codes[row] & 0xffff);
      }
    }

    @Override
    public void retain(BitSet rows, Predicate<@Nullable Object> test) {
      var passes = new boolean[values.length];
      boolean all = true;
      boolean none = true;
      for (int code = 0; code < passes.length; code++) {
        passes[code] = test.test(values[code]);
        all &= passes[code];
        none &= !passes[code];
      }
      if (none) {
        rows.clear();
      }
      for (int row = rows.nextSetBit(0); !all && row >= 0; row = rows.nextSetBit(row + 1)) {
        if (!passes[code(row)]) {
          rows.clear(row);
        }
      }
    }
  }

  /**
   * Texts of which hardly any comes twice; made into strings when they are asked for.
   *
   * @param starts of each row, where its text begins, and after the last one where that ends;
   *     negative (the complement) for a NULL
   */
  record Plain(byte[] bytes, int[] starts, boolean isWide) implements Block {
    @Override
    public @Nullable Object get(int row) {
      int start = starts[row];
      if (start < 0) {
        return null;
      }
      int end = starts[row + 1];
      return Texts.decode(bytes, start, (end < 0 ? ~end : end) - start, isWide);
    }
  }

  /** Whole numbers and times. */
  record Longs(long[] values, BitSet nulls) implements Block {
    @Override
    public @Nullable Object get(int row) {
      return nulls.get(row) ? null : (Object) values[row];
    }

    /** The first row whose value is not smaller; the values are sorted and not NULL. */
    int firstNotBefore(long value) {
      int low = 0;
      int high = values.length;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (values[middle] < value) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return low;
    }
  }
}
