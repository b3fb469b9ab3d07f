package io.workosjdbc.http;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import okhttp3.Response;

/**
 * What came back, as far as it may be shown.
 *
 * @param message the API's words, cleaned
 */
record Answer(
    int status, Optional<String> requestId, Optional<String> code, Optional<String> message) {

  /** Reads the (buffered) body of an error answer. */
  static Answer of(Response response, Redaction redaction) throws IOException {
    ErrorBody body = ErrorBody.parse(response.body().bytes(), redaction::line);
    return new Answer(response.code(), requestId(response), body.code(), body.message());
  }

  /** What services call their answer's identifier (api/workos.md and api/okta.md, section 1). */
  private static final List<String> REQUEST_ID = List.of("X-Request-ID", "X-Okta-Request-Id");

  static Optional<String> requestId(Response response) {
    return REQUEST_ID.stream()
        .flatMap(name -> response.headers(name).stream())
        .map(CleanText::line)
        .filter(text -> !text.isEmpty())
        .findFirst();
  }

  /** Such as {@code 422 invalid_request_parameters: Validation failed. (request id req_1)}. */
  String inWords() {
    var words = new StringBuilder().append(status);
    code.filter(text -> !message.equals(code)).ifPresent(text -> words.append(' ').append(text));
    message.ifPresent(text -> words.append(": ").append(text));
    requestId.ifPresent(text -> words.append(" (request id ").append(text).append(')'));
    return words.toString();
  }
}
