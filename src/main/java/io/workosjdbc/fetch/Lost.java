package io.workosjdbc.fetch;

import io.workosjdbc.request.Window;
import io.workosjdbc.resource.Resource;
import io.workosjdbc.resource.TimeRange;
import java.time.Duration;
import java.time.Instant;

/** Says that events are missing which nobody has any more. */
final class Lost {

  /** Whoever asks for something older means all there is. */
  private static final Instant BEGINNING = Instant.parse("2000-01-01T00:00:00Z");

  private Lost() {}

  static String warning(Resource resource, Window window) {
    var retention =
        resource.listing().timeRange().map(TimeRange::retention).orElse(Duration.ZERO).toDays();
    var stretch =
        window.from().isBefore(BEGINNING)
            ? "before " + window.to()
            : "from " + window.from() + " to " + window.to();
    return "Rows of "
        + resource.table()
        + " "
        + stretch
        + " are missing: the service keeps them for "
        + retention
        + " days, and they are not in the cache";
  }
}
