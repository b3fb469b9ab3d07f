package io.workosjdbc.cache.event;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a chunk that are wanted.
 *
 * @param columns the question's columns; empty for one that is not stored
 * @param selected the wanted rows; nobody may change it
 */
record LoadedChunk(List<Optional<BlockReader>> columns, BitSet selected) {

  /** How many counters one for each combination of values may need. */
  private static final int MOST_COUNTERS = 1 << 16;

  private static final Block NULLS = new Block.Dictionary(new @Nullable Object[1], new short[0]);

  LoadedChunk {
    columns = List.copyOf(columns);
  }

  /** Takes the number of rows that have some values. */
  interface Counter {
    void add(@Nullable Object[] values, long count);
  }

  long size() {
    return selected.cardinality();
  }

  Rows rows() {
    return new Rows(blocks(), selected);
  }

  private List<Block> blocks() {
    return columns.stream().map(column -> column.map(BlockReader::read).orElse(NULLS)).toList();
  }

  void count(Counter counter) {
    var blocks = blocks();
    var dictionaries = new ArrayList<Block.Dictionary>();
    long counters = 1;
    for (var block : blocks) {
      if (block instanceof Block.Dictionary dictionary && counters <= MOST_COUNTERS) {
        dictionaries.add(dictionary);
        counters *= dictionary.values().length;
      }
    }
    if (dictionaries.size() == blocks.size() && counters <= MOST_COUNTERS) {
      countCodes(dictionaries, (int) counters, counter);
    } else {
      countRows(counter);
    }
  }

  private void countCodes(List<Block.Dictionary> columns, int combinations, Counter counter) {
    var counts = new int[combinations];
    for (int row = selected.nextSetBit(0); row >= 0; row = selected.nextSetBit(row + 1)) {
      int at = 0;
      for (var column : columns) {
        at = at * column.values().length + column.code(row);
      }
      counts[at]++;
    }
    for (int combination = 0; combination < combinations; combination++) {
      if (counts[combination] > 0) {
        counter.add(values(columns, combination), counts[combination]);
      }
    }
  }

  private static @Nullable Object[] values(List<Block.Dictionary> columns, int combination) {
    var values = new @Nullable Object[columns.size()];
    int left = combination;
    for (int column = columns.size() - 1; column >= 0; column--) {
      var known = columns.get(column).values();
      values[column] = known[left % known.length];
      left /= known.length;
    }
    return values;
  }

  private void countRows(Counter counter) {
    var rows = rows();
    for (int row = rows.after(-1); row >= 0; row = rows.after(row)) {
      counter.add(rows.get(row), 1);
    }
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
