package io.workosjdbc.log;

import java.util.Optional;
import java.util.OptionalInt;

/** What a tracing system is told of one statement. Thread-safe. */
public interface Trace {

  /** Nobody listens. */
  Trace NONE = new Silence();

  /** A statement that begins now, in the thread that executes it. */
  static Trace begin() {
    return Tracing.IS_THERE ? SpanTrace.begin() : NONE;
  }

  /** A request for it begins now, in any thread; whoever calls this closes, in the same thread. */
  Request request();

  /**
   * The statement is over.
   *
   * @param text its SQL, masked
   */
  void end(String text, long rows, Optional<String> error);

  /** A request. */
  interface Request extends AutoCloseable {
    /** What became of it; the status is empty when no whole answer came. */
    void over(String line, int attempts, OptionalInt status, Optional<String> requestId);

    @Override
    void close();
  }

  /** Tells nobody. */
  final class Silence implements Trace, Request {
    private Silence() {}

    @Override
    public Request request() {
      return this;
    }

    @Override
    public void end(String text, long rows, Optional<String> error) {}

    @Override
    public void over(String line, int attempts, OptionalInt status, Optional<String> requestId) {}

    @Override
    public void close() {}
  }
}
