package io.workosjdbc.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Compares requests with what is expected of them. A time that depends on now stands in braces:
 * {@code range_start={now-7d}}, {@code range_end={now+5m-1h}}; {@code {events}} are all event
 * names.
 */
final class Requests {
  private static final Pattern NOW = Pattern.compile("\\{now([^}]*)}");
  private static final Pattern STEP = Pattern.compile("([+-])(\\d+)([smhd])");
  private static final Duration SLACK = Duration.ofMillis(250);

  private Requests() {}

  static void check(Outcome outcome, List<String> expected) {
    var names = expected.stream().map(each -> each.replace("{events}", World.EVENT_NAMES)).toList();
    if (outcome.requests().size() != names.size()) {
      assertThat(shortened(outcome.requests())).containsExactlyElementsOf(shortened(expected));
    }
    for (int i = 0; i < names.size(); i++) {
      check(outcome, outcome.requests().get(i), names.get(i));
    }
  }

  /** The requests for people to read. */
  static List<String> shortened(List<String> requests) {
    return requests.stream().map(each -> each.replace(World.EVENT_NAMES, "{events}")).toList();
  }

  private static void check(Outcome outcome, String actual, String expected) {
    var pattern = new StringBuilder();
    var times = NOW.matcher(expected);
    int end = 0;
    for (; times.find(); end = times.end()) {
      pattern.append(Pattern.quote(expected.substring(end, times.start()))).append("([^&]*)");
    }
    pattern.append(Pattern.quote(expected.substring(end)));
    var match = Pattern.compile(pattern.toString()).matcher(actual);
    if (!match.matches()) {
      fail(
          "expected "
              + expected
              + "\nsent "
              + actual
              + "\nof "
              + String.join("\n   ", outcome.requests()));
    }
    times.reset();
    for (int group = 1; times.find(); group++) {
      checkTime(outcome, match.group(group), times.group(1), expected);
    }
  }

  private static void checkTime(Outcome outcome, String time, String steps, String expected) {
    var offset = offset(steps);
    var actual = Instant.parse(StoryTime.toReal(time));
    var earliest = outcome.began().plus(offset).minus(SLACK);
    var latest = outcome.ended().plus(offset).plus(SLACK);
    if (actual.isBefore(earliest) || actual.isAfter(latest)) {
      fail(expected + ": " + time + " is not now" + steps + " in " + outcome.requests());
    }
  }

  private static Duration offset(String steps) {
    var offset = Duration.ZERO;
    Matcher step = STEP.matcher(steps);
    while (step.find()) {
      var length = Duration.parse(iso(step.group(2), step.group(3)));
      offset = step.group(1).equals("+") ? offset.plus(length) : offset.minus(length);
    }
    return offset;
  }

  private static String iso(String count, String unit) {
    return unit.equals("d") ? "P" + count + "D" : "PT" + count + unit;
  }
}
