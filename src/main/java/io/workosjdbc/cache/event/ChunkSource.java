package io.workosjdbc.cache.event;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** Reads the blocks of one chunk of an open file, neighbours together, and checks them. */
final class ChunkSource {

  private final SegmentSource file;
  private final SegmentMeta.Chunk chunk;
  private final List<StoredColumn> columns;
  private final Map<Integer, BlockReader> blocks = new HashMap<>();

  ChunkSource(SegmentSource file, SegmentMeta.Chunk chunk, List<StoredColumn> columns) {
    this.file = file;
    this.chunk = chunk;
    this.columns = columns;
  }

  BlockReader block(int column) throws IOException {
    load(List.of(column));
    return Objects.requireNonNull(blocks.get(column));
  }

  /** Reads those of the columns that have not been read yet. */
  void load(Collection<Integer> wanted) throws IOException {
    var missing = new TreeSet<>(wanted);
    missing.removeAll(blocks.keySet());
    while (!missing.isEmpty()) {
      int first = missing.first();
      int end = first;
      while (missing.remove(end)) {
        end++;
      }
      loadNeighbours(first, end);
    }
  }

  private void loadNeighbours(int first, int end) throws IOException {
    long at = chunk.at();
    int length = 0;
    for (int column = 0; column < end; column++) {
      if (column < first) {
        at += chunk.lengths()[column];
      } else {
        length += chunk.lengths()[column];
      }
    }
    var bytes = file.read(at, length);
    int from = 0;
    for (int column = first; column < end; column++) {
      int size = chunk.lengths()[column];
      if (SegmentBuilder.checksum(bytes, from, size) != chunk.checksums()[column]) {
        throw new DamagedSegment("wrong checksum of column " + columns.get(column).name());
      }
      var type = columns.get(column).type();
      blocks.put(column, new BlockReader(bytes, from, size, type, chunk.rows()));
      from += size;
    }
  }
}
