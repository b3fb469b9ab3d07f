package io.workosjdbc;

/** Is told how far statements have come. */
@FunctionalInterface
public interface ProgressListener {

  /** Does not care. */
  ProgressListener NONE = progress -> {};

  /**
   * A statement runs, or has just ended. Called a few times a second by a thread of the driver's,
   * and once at the end by the thread that ends it; should return quickly. A listener that throws
   * is not called again for the statement.
   */
  void progressed(Progress progress);
}
