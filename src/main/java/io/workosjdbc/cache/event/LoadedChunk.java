package io.workosjdbc.cache.event;

import io.workosjdbc.request.Direction;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

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

  /** The wanted rows in order of time, decoded as they are taken. */
  Batches batches(Direction direction) {
    var blocks = columns.stream().map(Supplier::get).toList();
    return counting
        .map(how -> how.batches(blocks, selected, direction))
        .orElseGet(() -> new Batches(blocks, selected, direction));
  }
}
