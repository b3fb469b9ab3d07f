package io.workosjdbc.planner;

/**
 * How many keys a bind join gathers before it reads its right side. The first batch is small, so
 * that a LIMIT above reads little; the following ones grow, so that a long left side is few
 * batches.
 */
final class BindBatches {

  /** As many as one page has rows. */
  static final int FIRST = 100;

  private static final int LARGEST = 10_000;

  private BindBatches() {}

  static int after(int size) {
    return Math.min(LARGEST, size * 4);
  }
}
