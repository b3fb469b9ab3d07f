package io.workosjdbc.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The half-open time range that a request to {@code /events} means, checked: fact sheet section 5.
 */
record TimeRange(Instant start, Instant end) {
  static final Duration RETENTION = Duration.ofDays(90);
  private static final Duration WIDEST = Duration.ofDays(30);

  /**
   * Without bounds everything retained; a missing bound stands for the end of the retention or for
   * now.
   */
  static TimeRange of(Query query, Environment environment) {
    Optional<Instant> start = query.text("range_start").map(text -> instant("range_start", text));
    Optional<Instant> end = query.text("range_end").map(text -> instant("range_end", text));
    boolean after = query.text("after").isPresent();
    boolean cursor = after || query.text("before").isPresent();
    if (after && start.isPresent() && !environment.has(Quirk.RANGE_START_WITH_AFTER_ACCEPTED)) {
      throw Refusal.unprocessable("after and range_start are mutually exclusive.");
    }
    if (after && end.isPresent() && environment.has(Quirk.RANGE_END_WITH_AFTER_REFUSED)) {
      throw Refusal.unprocessable("range_end cannot be used together with after.");
    }
    Instant now = environment.now();
    Instant oldest = now.minus(RETENTION);
    Instant low = start.orElse(oldest);
    Instant high = end.orElse(now);
    if (low.isAfter(high) && start.isPresent() && end.isPresent()) {
      throw Refusal.invalid("range_start", "after_range_end");
    }
    boolean bounded = start.isPresent() || (end.isPresent() && !cursor);
    if (bounded && Duration.between(low, high).compareTo(WIDEST) > 0) {
      if (!environment.has(Quirk.WIDE_RANGE_TRUNCATED)) {
        throw Refusal.unprocessable("The time range must not be wider than 30 days.");
      }
      high = low.plus(WIDEST);
      end = Optional.of(high);
    }
    if (environment.has(Quirk.RANGE_IGNORED)) {
      return new TimeRange(oldest, Instant.MAX);
    }
    Instant from =
        environment.has(Quirk.RANGE_START_EXCLUSIVE) && start.isPresent() ? low.plusNanos(1) : low;
    Instant to = environment.has(Quirk.RANGE_END_EXCLUSIVE) ? high : high.plusNanos(1);
    return new TimeRange(from.isBefore(oldest) ? oldest : from, end.isPresent() ? to : Instant.MAX);
  }

  private static Instant instant(String parameter, String text) {
    return Timestamps.parse(text).orElseThrow(() -> Refusal.invalid(parameter, "invalid_iso8601"));
  }
}
