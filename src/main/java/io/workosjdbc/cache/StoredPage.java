package io.workosjdbc.cache;

import java.time.Instant;
import java.util.Optional;

/**
 * One page of an answer as it came.
 *
 * @param body the bytes of the page; none when the service said that there is nothing to answer
 *     with. Nobody may change the array
 * @param next the cursor of the next page; empty on the last one
 * @param objects how many objects the page holds
 * @param line the request that it answers, for messages
 * @param requestId the service's identifier of the answer
 * @param sentAt when the request left
 */
@SuppressWarnings("ArrayRecordComponent") // Bytes for a parser; never compared.
public record StoredPage(
    byte[] body,
    Optional<String> next,
    int objects,
    String line,
    Optional<String> requestId,
    Instant sentAt) {

  /** What a page costs in memory besides its bytes, roughly. */
  private static final int OVERHEAD_BYTES = 300;

  /** The same page without some of what came. */
  public StoredPage withBody(byte[] other) {
    return new StoredPage(other, next, objects, line, requestId, sentAt);
  }

  long bytes() {
    return (long) body.length + OVERHEAD_BYTES;
  }
}
