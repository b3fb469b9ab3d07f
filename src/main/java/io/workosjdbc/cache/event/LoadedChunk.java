package io.workosjdbc.cache.event;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a chunk that are wanted.
 *
 * @param columns the question's columns; empty for one that is not stored
 * @param selected the wanted rows; nobody may change it
 * @param counting whether their number is wanted
 */
record LoadedChunk(
    List<Optional<BlockReader>> columns, BitSet selected, Optional<Counting> counting) {

  private static final Block NULLS = new Block.Dictionary(new @Nullable Object[1], new short[0]);

  LoadedChunk {
    columns = List.copyOf(columns);
  }

  long size() {
    return selected.cardinality();
  }

  Rows rows() {
    return counting
        .map(how -> how.rows(blocks(), selected))
        .orElseGet(() -> new Rows(blocks(), selected));
  }

  private List<Block> blocks() {
    return columns.stream().map(column -> column.map(BlockReader::read).orElse(NULLS)).toList();
  }

  /** The wanted rows, decoded. */
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
