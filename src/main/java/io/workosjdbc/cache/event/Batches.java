package io.workosjdbc.cache.event;

import com.google.common.collect.AbstractIterator;
import io.workosjdbc.request.Direction;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The wanted rows of a chunk, decoded column by column and some at a time: so the JVM finds a loop
 * over one kind of block to compile, where row by row each value is a call of unknown target.
 */
final class Batches extends AbstractIterator<@Nullable Object[][]> {

  private static final int ROWS = 512;

  private final List<Block> blocks;
  private final BitSet selected;
  private final boolean rises;
  private int next;

  Batches(List<Block> blocks, BitSet selected, Direction direction) {
    this.blocks = blocks;
    this.selected = selected;
    this.rises = direction == Direction.ASCENDING;
    this.next = rises ? selected.nextSetBit(0) : selected.length() - 1;
  }

  @Override
  protected @Nullable Object @Nullable [][] computeNext() {
    var places = new int[ROWS];
    int count = 0;
    while (next >= 0 && count < ROWS) {
      places[count++] = next;
      next = after(next);
    }
    return count == 0 ? endOfData() : rows(places, count);
  }

  private int after(int row) {
    if (rises) {
      return selected.nextSetBit(row + 1);
    }
    return row == 0 ? -1 : selected.previousSetBit(row - 1);
  }

  private @Nullable Object[][] rows(int[] places, int count) {
    var rows = new @Nullable Object[count][];
    for (int row = 0; row < count; row++) {
      rows[row] = new @Nullable Object[blocks.size()];
    }
    for (int column = 0; column < blocks.size(); column++) {
      blocks.get(column).fill(rows, column, places);
    }
    return rows;
  }
}
