package io.workosjdbc.cache.event;

import com.google.common.collect.AbstractIterator;
import io.workosjdbc.request.Direction;
import io.workosjdbc.request.Window;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of an interval that the store knows. Its bytes are in memory and have been checked, so
 * that nothing can go wrong any more; they are decoded as rows are taken. May be read repeatedly;
 * one thread.
 */
public final class Stored implements Stretch {

  private final Window window;
  private final List<LoadedChunk> chunks;
  private final Direction direction;

  /**
   * @param chunks the oldest first
   */
  Stored(Window window, List<LoadedChunk> chunks, Direction direction) {
    this.window = window;
    this.chunks = List.copyOf(chunks);
    this.direction = direction;
  }

  @Override
  public Window window() {
    return window;
  }

  /** How many rows there are. */
  public long size() {
    return chunks.stream().mapToLong(LoadedChunk::size).sum();
  }

  /** The rows in the question's order, with the question's columns. */
  public Iterator<@Nullable Object[]> rows() {
    return direction == Direction.ASCENDING ? new Rising() : new Falling();
  }

  private final class Rising extends AbstractIterator<@Nullable Object[]> {
    private final Iterator<LoadedChunk> left = chunks.iterator();
    private LoadedChunk.Rows rows = LoadedChunk.Rows.NONE;
    private int row = -1;

    @Override
    protected @Nullable Object @Nullable [] computeNext() {
      row = rows.after(row);
      while (row < 0) {
        if (!left.hasNext()) {
          return endOfData();
        }
        rows = left.next().rows();
        row = rows.after(-1);
      }
      return rows.get(row);
    }
  }

  private final class Falling extends AbstractIterator<@Nullable Object[]> {
    private int left = chunks.size();
    private LoadedChunk.Rows rows = LoadedChunk.Rows.NONE;
    private int row;

    @Override
    protected @Nullable Object @Nullable [] computeNext() {
      row = rows.before(row);
      while (row < 0) {
        if (left == 0) {
          return endOfData();
        }
        rows = chunks.get(--left).rows();
        row = rows.before(SegmentBuilder.CHUNK_ROWS);
      }
      return rows.get(row);
    }
  }
}
