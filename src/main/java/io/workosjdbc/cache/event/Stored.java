package io.workosjdbc.cache.event;

import com.google.common.collect.AbstractIterator;
import com.google.common.collect.Lists;
import io.workosjdbc.request.Direction;
import io.workosjdbc.request.Window;
import java.util.Collections;
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
    var inOrder = direction == Direction.ASCENDING ? chunks : Lists.reverse(chunks);
    return new Rows(inOrder.iterator(), direction);
  }

  private static final class Rows extends AbstractIterator<@Nullable Object[]> {
    private final Iterator<LoadedChunk> left;
    private final Direction direction;
    private Iterator<@Nullable Object[][]> batches = Collections.emptyIterator();
    private @Nullable Object[][] batch = {};
    private int at;

    Rows(Iterator<LoadedChunk> left, Direction direction) {
      this.left = left;
      this.direction = direction;
    }

    @Override
    protected @Nullable Object @Nullable [] computeNext() {
      while (at == batch.length) {
        if (batches.hasNext()) {
          batch = batches.next();
          at = 0;
        } else if (left.hasNext()) {
          batches = left.next().batches(direction);
        } else {
          return endOfData();
        }
      }
      return batch[at++];
    }
  }
}
