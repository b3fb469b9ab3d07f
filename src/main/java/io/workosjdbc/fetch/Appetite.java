package io.workosjdbc.fetch;

/**
 * How much may be read ahead of who reads rows, so that one who stops early has paid for little:
 * nothing at first, and later twice what was consumed.
 *
 * @param isFanOut whether the requests of the plan are different lists or objects, rather than
 *     stretches of time of one list
 */
record Appetite(boolean isFanOut, int pageSize) {

  /** Rows of the first pages are often all that is wanted. */
  private static final int PAGES_ALONE = 2;

  /** The latest few rows may be found in the second or third of windows that grow. */
  private static final int WINDOWS_ALONE = 3;

  /**
   * How many pages may be on their way or waiting to be consumed; 1 stands for those alone that are
   * wanted now.
   *
   * @param rows how many were consumed
   * @param requests how many were read to their end
   */
  int pages(long rows, int requests) {
    long pages = rows / pageSize + (isFanOut ? requests : Math.max(0, requests - WINDOWS_ALONE));
    return pages < (isFanOut ? 1 : PAGES_ALONE) ? 1 : (int) Math.min(2 * pages, 1 << 20);
  }
}
