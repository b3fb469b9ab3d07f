package io.workosjdbc.driver;

import java.util.concurrent.atomic.AtomicInteger;
import org.apache.calcite.linq4j.Enumerator;

/** Rows 0, 1, 2 and so on; counts how many were asked for and how often it was closed. */
final class CountingEnumerator implements Enumerator<Object[]> {
  private final AtomicInteger moves;
  private final AtomicInteger closes;
  private final int size;
  private int current = -1;

  CountingEnumerator(AtomicInteger moves, AtomicInteger closes, int size) {
    this.moves = moves;
    this.closes = closes;
    this.size = size;
  }

  @Override
  public Object[] current() {
    return new Object[] {current};
  }

  @Override
  public boolean moveNext() {
    moves.incrementAndGet();
    return ++current < size;
  }

  @Override
  public void reset() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {
    closes.incrementAndGet();
  }
}
