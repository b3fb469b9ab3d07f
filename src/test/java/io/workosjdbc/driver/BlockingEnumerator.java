package io.workosjdbc.driver;

import io.workosjdbc.fetch.Execution;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import org.apache.calcite.linq4j.Enumerator;

/**
 * Some rows, and then a wait as for an answer of the API: it ends only when the execution that
 * opened the rows is stopped.
 */
final class BlockingEnumerator implements Enumerator<Object[]> {
  private final Execution execution = Execution.current();
  private final int rows;
  private final CountDownLatch waiting;
  private int current = -1;

  BlockingEnumerator(int rows, CountDownLatch waiting) {
    this.rows = rows;
    this.waiting = waiting;
  }

  @Override
  public Object[] current() {
    return new Object[] {current};
  }

  @Override
  public boolean moveNext() {
    if (++current < rows) {
      return true;
    }
    waiting.countDown();
    execution.scope().cancelled().join();
    throw new CancellationException("aborted");
  }

  @Override
  public void reset() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {}
}
