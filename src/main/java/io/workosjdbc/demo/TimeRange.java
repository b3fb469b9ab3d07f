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
   * now when the width is judged.
   */
  static TimeRange of(Query query, Environment environment) {
    Optional<Instant> start = query.text("range_start").map(text -> instant("range_start", text));
    Optional<Instant> end = query.text("range_end").map(text -> instant("range_end", text));
    boolean after = query.text("after").isPresent();
    if (after) {
      refuseWithAfter(start, end, environment);
    }
    if (start.isPresent() && end.isPresent() && start.get().isAfter(end.get())) {
      throw Refusal.invalid("range_start", "after_range_end");
    }
    Instant oldest = environment.now().minus(RETENTION);
    if (environment.has(Quirk.RANGE_IGNORED)) {
      return new TimeRange(oldest, Instant.MAX);
    }
    boolean cursor = after || query.text("before").isPresent();
    Instant low = start.orElse(oldest);
    boolean bounded = start.isPresent() || (end.isPresent() && !cursor);
    Optional<Instant> high = bounded ? narrowed(low, end, environment) : end;
    boolean withoutStart = start.isPresent() && environment.has(Quirk.RANGE_START_EXCLUSIVE);
    Instant from = withoutStart ? low.plusNanos(1) : low;
    long lastNano = environment.has(Quirk.RANGE_END_EXCLUSIVE) ? 0 : 1;
    return new TimeRange(
        from.isBefore(oldest) ? oldest : from,
        high.map(time -> time.plusNanos(lastNano)).orElse(Instant.MAX));
  }

  private static void refuseWithAfter(
      Optional<Instant> start, Optional<Instant> end, Environment environment) {
    if (start.isPresent() && !environment.has(Quirk.RANGE_START_WITH_AFTER_ACCEPTED)) {
      throw Refusal.unprocessable("after and range_start are mutually exclusive.");
    }
    if (end.isPresent() && environment.has(Quirk.RANGE_END_WITH_AFTER_REFUSED)) {
      throw Refusal.unprocessable("range_end cannot be used together with after.");
    }
  }

  /** The end of a range that starts at {@code low}, 30 days later at most. */
  private static Optional<Instant> narrowed(
      Instant low, Optional<Instant> end, Environment environment) {
    Instant high = end.orElse(environment.now());
    if (Duration.between(low, high).compareTo(WIDEST) <= 0) {
      return end;
    }
    if (!environment.has(Quirk.WIDE_RANGE_TRUNCATED)) {
      throw Refusal.unprocessable("The time range must not be wider than 30 days.");
    }
    return Optional.of(low.plus(WIDEST));
  }

  private static Instant instant(String parameter, String text) {
    return Timestamps.parse(text).orElseThrow(() -> Refusal.invalid(parameter, "invalid_iso8601"));
  }
}
