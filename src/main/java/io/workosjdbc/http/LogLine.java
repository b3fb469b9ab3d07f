package io.workosjdbc.http;

import java.io.IOException;
import java.time.Duration;
import okhttp3.Response;

/** The text of the log's line for one attempt: no header, no body, no key. */
record LogLine(Redaction redaction) {
  /** Such as {@code GET /events?limit=100 200 143 ms 5120B attempt 1 req_1}. */
  String answered(Exchange exchange, Response response, Duration took) {
    return of(
        exchange,
        "%d %d ms %dB attempt %d %s"
            .formatted(
                response.code(),
                took.toMillis(),
                response.body().contentLength(),
                exchange.attempt(),
                Answer.requestId(response).orElse("-")));
  }

  /** Such as {@code GET /events?limit=100 failed 12 ms attempt 2 java.net.SocketException}. */
  String failed(Exchange exchange, Exception e, Duration took) {
    // An ApiException's message repeats the request line and would be logged by its reader.
    String problem = e instanceof IOException ? e.toString() : e.getClass().getSimpleName();
    return of(
        exchange,
        "failed %d ms attempt %d %s".formatted(took.toMillis(), exchange.attempt(), problem));
  }

  private String of(Exchange exchange, String rest) {
    return CleanText.line(exchange.requestLine()) + " " + redaction.line(rest);
  }
}
