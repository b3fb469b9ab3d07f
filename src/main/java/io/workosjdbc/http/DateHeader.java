package io.workosjdbc.http;

import java.time.Instant;
import java.util.Optional;
import okhttp3.Response;

/** When answers were made by the service's clock. Many have the same second. Thread-safe. */
final class DateHeader {

  private record Known(String text, Optional<Instant> instant) {}

  private volatile Known last = new Known("", Optional.empty());

  /** In whole seconds; empty if the answer does not say it. */
  Optional<Instant> of(Response response) {
    String text = response.header("Date");
    if (text == null) {
      return Optional.empty();
    }
    var known = last;
    if (!known.text.equals(text)) {
      known = new Known(text, Optional.ofNullable(response.headers().getInstant("Date")));
      last = known;
    }
    return known.instant;
  }
}
