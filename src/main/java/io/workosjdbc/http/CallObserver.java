package io.workosjdbc.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/** Is told what becomes of a {@code get()}, in the thread that makes it. */
public interface CallObserver {

  /** Does not care. */
  CallObserver NONE =
      new CallObserver() {
        @Override
        public void attempted(Attempt attempt) {}

        @Override
        public void waits(Duration wait, Reason reason) {}
      };

  /** Why a call waits. */
  enum Reason {
    /** The rate of the key, or of what is counted apart, would be exceeded. */
    RATE_LIMIT,
    /** The attempt before failed. */
    RETRY
  }

  /**
   * One attempt.
   *
   * @param requestLine without the key
   * @param number 1 for the first
   * @param status empty when there was no whole answer
   * @param bytes of the answer's body, decompressed
   */
  record Attempt(
      String requestLine,
      int number,
      OptionalInt status,
      Instant sentAt,
      Duration took,
      long bytes,
      Optional<String> requestId) {}

  /** An attempt is over, however it ended. */
  void attempted(Attempt attempt);

  /** The call is about to wait so long; it may be less when it is cancelled. */
  void waits(Duration wait, Reason reason);
}
