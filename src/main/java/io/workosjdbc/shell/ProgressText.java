package io.workosjdbc.shell;

import io.workosjdbc.Progress;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * Says how far a statement has come, such as {@code 12,300 rows, 123 pages, 78 requests/s, about 40
 * s left}. One for each statement; not thread-safe.
 */
final class ProgressText {

  private static final Duration WORTH_A_LINE = Duration.ofSeconds(1);
  private static final double NEWEST = 0.3;

  /** Before so much of a guess has come true it is not worth telling. */
  private static final double WORTH_A_GUESS = 0.05;

  private Optional<Progress> before = Optional.empty();
  private double requestsPerSecond;

  /** What to show now; empty as long as the statement is young, and when it is over. */
  Optional<String> of(Progress progress) {
    double seconds =
        seconds(progress.elapsed().minus(before.map(Progress::elapsed).orElse(Duration.ZERO)));
    long requests = progress.requests() - before.map(Progress::requests).orElse(0L);
    if (seconds > 0) {
      double rate = requests / seconds;
      requestsPerSecond =
          before.isEmpty() ? rate : requestsPerSecond + NEWEST * (rate - requestsPerSecond);
    }
    boolean isWaiting =
        before
            .filter(
                earlier ->
                    earlier.pages() == progress.pages()
                        && earlier.waited().compareTo(progress.waited()) < 0)
            .isPresent();
    before = Optional.of(progress);
    return progress.isOver() || progress.elapsed().compareTo(WORTH_A_LINE) < 0
        ? Optional.empty()
        : Optional.of(text(progress, isWaiting));
  }

  private String text(Progress progress, boolean isWaiting) {
    var text =
        String.format(
            Locale.ROOT,
            "%,d rows, %,d pages, %.0f requests/s",
            progress.rows(),
            progress.pages(),
            requestsPerSecond);
    if (isWaiting) {
      text += ", waiting for the rate limit";
    }
    return left(progress).map(left -> ", about " + left + " left").map(text::concat).orElse(text);
  }

  /** Empty where the guess has turned out to be wrong, and before anything has come. */
  private static Optional<String> left(Progress progress) {
    double expected = progress.expectedPages().orElse(0);
    if (expected <= progress.pages() || progress.pages() < WORTH_A_GUESS * expected) {
      return Optional.empty();
    }
    double seconds = seconds(progress.elapsed()) * (expected - progress.pages()) / progress.pages();
    return Optional.of(
        seconds < 90 ? Math.round(seconds) + " s" : Math.round(seconds / 60) + " min");
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }
}
