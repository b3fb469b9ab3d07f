package io.workosjdbc.cache.event;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a chunk that are wanted.
 *
 * @param columns the question's columns, to be decoded
 * @param selected the wanted rows; nobody may change it
 * @param counting whether their number is wanted
 */
record LoadedChunk(List<Supplier<Block>> columns, BitSet selected, Optional<Counting> counting) {

  LoadedChunk {
    columns = List.copyOf(columns);
  }

  long size() {
    return selected.cardinality();
  }

  /** The wanted rows, decoded. */
  Rows rows() {
    var blocks = columns.stream().map(Supplier::get).toList();
    return counting
        .map(how -> how.rows(blocks, selected))
        .orElseGet(() -> new Rows(blocks, selected));
  }

  /** Rows, decoded. */
  record Rows(List<Block> blocks, BitSet selected) {

    static final Rows NONE = new Rows(List.of(), new BitSet());

    /** The first wanted row after another; negative when there is none. */
    int after(int row) {
      return selected.nextSetBit(row + 1);
    }

    /** The last wanted row before another; negative when there is none. */
    int before(int row) {
      return row <= 0 ? -1 : selected.previousSetBit(row - 1);
    }

    @Nullable Object[] get(int row) {
      var values = new @Nullable Object[blocks.size()];
      for (int column = 0; column < values.length; column++) {
        values[column] = blocks.get(column).get(row);
      }
      return values;
    }
  }
}
