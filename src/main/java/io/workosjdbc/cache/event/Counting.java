package io.workosjdbc.cache.event;

import io.workosjdbc.resource.Borders;
import io.workosjdbc.resource.Column;
import io.workosjdbc.resource.Extraction;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Gives rows with their number, and of those that are alike one.
 *
 * @param place where in a row the number goes
 * @param time where in a row the time lies; negative if it has none
 * @param borders empty if each row is wanted
 */
record Counting(int place, int time, Optional<Borders> borders) {

  /** More combinations than this in a chunk of 8,192 rows are not worth looking for. */
  private static final int MOST_COMBINATIONS = 1 << 16;

  private static final Block ONES = Block.Dictionary.of(1L);

  /** The number of rows that a question asks for, if it does. */
  static Optional<Counting> of(EventQuestion question) {
    var columns = question.columns();
    for (int place = 0; place < columns.size(); place++) {
      if (columns.get(place).extraction() instanceof Extraction.Count count) {
        int time =
            columns.stream().map(Column::name).toList().indexOf(question.scope().time().name());
        return Optional.of(new Counting(place, time, count.borders()));
      }
    }
    return Optional.empty();
  }

  /** A time that is as good as each in a chunk; empty if there is none. */
  Optional<Block> time(SegmentMeta.Chunk chunk) {
    return borders
        .filter(all -> all.next(chunk.oldest()) > chunk.youngest())
        .map(all -> Block.Dictionary.of(chunk.oldest()));
  }

  /**
   * The rows of a chunk.
   *
   * @param blocks the columns of the question
   * @param selected the wanted rows; is not changed
   */
  LoadedChunk.Rows rows(List<Block> blocks, BitSet selected) {
    var codes = borders.isPresent() ? codes(blocks, selected.length()) : Optional.<Codes>empty();
    if (codes.isEmpty()) {
      return new LoadedChunk.Rows(with(blocks, ONES), selected);
    }
    var alike = new Alike(codes.get(), selected.length());
    for (int row = selected.nextSetBit(0); row >= 0; ) {
      int end = Math.min(end(blocks, row), selected.length());
      row = alike.count(selected, row, end);
    }
    return new LoadedChunk.Rows(with(blocks, alike.counts()), alike.first);
  }

  private List<Block> with(List<Block> blocks, Block numbers) {
    var all = new ArrayList<>(blocks);
    all.set(place, numbers);
    return List.copyOf(all);
  }

  /** Where the rows end that are as good as simultaneous with one. */
  private int end(List<Block> blocks, int row) {
    return time >= 0 && blocks.get(time) instanceof Block.Longs times
        ? times.firstNotBefore(borders.orElseThrow().next(times.values()[row]))
        : Integer.MAX_VALUE;
  }

  /**
   * What tells rows apart, their time aside.
   *
   * @param of each row
   * @param size one more than the greatest
   */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  private record Codes(int[] of, int size) {}

  /** The combinations of values; empty if there are too many, or a column has too many values. */
  private Optional<Codes> codes(List<Block> blocks, int rows) {
    long size = 1;
    var codes = new int[rows];
    for (int column = 0; column < blocks.size(); column++) {
      if (column == place || column == time) {
        continue;
      }
      if (!(blocks.get(column) instanceof Block.Dictionary values)) {
        return Optional.empty();
      }
      size *= values.values().length;
      if (size > MOST_COMBINATIONS) {
        return Optional.empty();
      }
      values.addTo(codes);
    }
    return Optional.of(new Codes(codes, (int) size));
  }

  /** The first of the rows that are alike, and how many they are. */
  private static final class Alike {
    private final BitSet first = new BitSet();
    private final int[] codes;
    private final long[] counts;

    /** The row after the first one with a code. */
    private final int[] after;

    Alike(Codes codes, int rows) {
      this.codes = codes.of;
      this.counts = new long[rows];
      this.after = new int[codes.size];
    }

    /** Counts the selected rows from one to another, and returns the next one. */
    int count(BitSet selected, int from, int end) {
      int row = from;
      while (row >= 0 && row < end) {
        int code = codes[row];
        if (after[code] <= from) {
          after[code] = row + 1;
          first.set(row);
        }
        counts[after[code] - 1]++;
        row = selected.nextSetBit(row + 1);
      }
      return row;
    }

    Block counts() {
      return new Block.Longs(counts, new BitSet());
    }
  }
}
