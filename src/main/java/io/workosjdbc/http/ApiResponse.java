package io.workosjdbc.http;

import java.time.Instant;
import java.util.Optional;

/**
 * A 2xx answer.
 *
 * @param status 200 to 299
 * @param body the whole body, decompressed; empty when there was none. The caller owns the array
 * @param requestId the answer's {@code X-Request-ID}, or what the service calls it
 * @param sentAt when the attempt that was answered left, so after all waiting; by the service's
 *     clock, as far as its answer tells, if that is behind ours
 * @param next where it says that its list goes on
 */
@SuppressWarnings("ArrayRecordComponent") // Megabytes for the JSON parser; never compared.
public record ApiResponse(
    int status, byte[] body, Optional<String> requestId, Instant sentAt, Optional<NextLink> next) {

  /** An answer without a link. */
  public ApiResponse(int status, byte[] body, Optional<String> requestId, Instant sentAt) {
    this(status, body, requestId, sentAt, Optional.empty());
  }
}
