package io.workosjdbc.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import okhttp3.Response;

/**
 * What an answer says about the rate: {@code X-RateLimit-*} (api/workos.md section 3) or {@code
 * X-Rate-Limit-*} (api/okta.md section 4). Services leave out any of it.
 *
 * @param limit requests in a window
 * @param remaining how many of them are left
 * @param reset when the next window begins
 */
record Quota(Optional<Long> limit, Optional<Long> remaining, Optional<Instant> reset) {
  private static final Pattern NUMBER = Pattern.compile("([0-9]{1,12})(\\.[0-9]*)?");
  private static final List<String> PREFIXES = List.of("X-RateLimit-", "X-Rate-Limit-");

  static Quota of(Response response) {
    return new Quota(
        number(response, "Limit"),
        number(response, "Remaining"),
        number(response, "Reset").flatMap(Quota::instant));
  }

  /** Whether nothing is left of the window. */
  boolean isUsedUp() {
    return remaining.filter(left -> left == 0).isPresent();
  }

  /**
   * Whether what was exceeded is how many requests run at once, of which the end of a window says
   * nothing (api/okta.md section 4).
   */
  boolean isAboutConcurrency() {
    return limit.equals(Optional.of(0L)) && remaining.equals(Optional.of(0L));
  }

  /** The answer's own date, where it has one: this machine's clock may be wrong. */
  static Instant serverTime(Response response, Instant now) {
    return Optional.ofNullable(response.headers().getInstant("Date")).orElse(now);
  }

  /** Decimals are cut; up to 12 digits, so that nothing overflows. */
  static Optional<Long> wholeNumber(String text) {
    return Optional.of(text.strip())
        .map(NUMBER::matcher)
        .filter(Matcher::matches)
        .map(each -> Long.valueOf(each.group(1)));
  }

  private static Optional<Long> number(Response response, String name) {
    return PREFIXES.stream()
        .flatMap(prefix -> Stream.ofNullable(response.header(prefix + name)))
        .findFirst()
        .flatMap(Quota::wholeNumber);
  }

  private static Optional<Instant> instant(long epochSecond) {
    try {
      return Optional.of(Instant.ofEpochSecond(epochSecond));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
