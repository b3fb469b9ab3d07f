package io.workosjdbc.demo;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A request that arrived.
 *
 * @param line decoded for reading: {@code GET /events?limit=100&events=a,b}
 * @param target as it was sent, percent-encoded
 * @param requestId the {@code X-Request-ID} of its answer
 * @param headers in lower case; the authorization is left out
 */
public record LoggedRequest(
    String line, String target, String requestId, Map<String, String> headers) {

  public LoggedRequest {
    headers = Map.copyOf(headers);
  }

  /** The value of a header, its name in any case. */
  public Optional<String> header(String name) {
    Map<String, String> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    anyCase.putAll(headers);
    return Optional.ofNullable(anyCase.get(name));
  }
}
