package io.workosjdbc.shell;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.workosjdbc.Progress;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
  private static final String ERASE = "\r\033[K";

  private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
  private final ProgressLine line = new ProgressLine(new PrintStream(screen, true, UTF_8));

  private static Progress at(long millis, long pages, double expected, boolean isOver) {
    return new Progress(
        7,
        Duration.ofMillis(millis),
        pages * 100,
        pages,
        pages,
        Duration.ZERO,
        expected == 0 ? OptionalDouble.empty() : OptionalDouble.of(expected),
        isOver);
  }

  private String shown() {
    var text = screen.toString(UTF_8);
    screen.reset();
    return text;
  }

  @Test
  void theFirstSecondIsSilent() {
    line.progressed(at(250, 2, 100, false));
    line.progressed(at(750, 8, 100, false));
    line.progressed(at(900, 9, 9, true));
    assertThat(shown()).isEmpty();
  }

  @Test
  void aLineIsReplacedAndDisappears() {
    line.progressed(at(1_000, 10, 50, false));
    assertThat(shown()).isEqualTo("1,000 rows, 10 pages, 10 requests/s, about 4 s left");
    line.progressed(at(2_000, 20, 50, false));
    assertThat(shown()).isEqualTo(ERASE + "2,000 rows, 20 pages, 10 requests/s, about 3 s left");
    line.progressed(at(2_100, 21, 50, true));
    assertThat(shown()).isEqualTo(ERASE);
  }

  @Test
  void aGuessThatWasWrongIsNotShown() {
    line.progressed(at(1_000, 60, 50, false));
    assertThat(shown()).isEqualTo("6,000 rows, 60 pages, 60 requests/s");
  }

  @Test
  void longTimesAreMinutes() {
    line.progressed(at(10_000, 50, 1_000, false));
    assertThat(shown()).endsWith("about 3 min left");
  }

  @Test
  void aGuessOfWhichNearlyNothingHasComeTrueIsNotShown() {
    line.progressed(at(10_000, 49, 1_000, false));
    assertThat(shown()).isEqualTo("4,900 rows, 49 pages, 5 requests/s");
  }

  @Test
  void waitingForTheRateLimitIsShown() {
    line.progressed(at(1_000, 10, 0, false));
    var waiting =
        new Progress(
            7,
            Duration.ofMillis(1_250),
            1_000,
            10,
            10,
            Duration.ofSeconds(2),
            OptionalDouble.empty(),
            false);
    line.progressed(waiting);
    assertThat(shown()).endsWith("requests/s, waiting for the rate limit");
  }

  @Test
  void rowsOnTheScreenEndIt() throws Exception {
    line.progressed(at(1_000, 10, 0, false));
    shown();
    var rows = new ByteArrayOutputStream();
    try (var out = new MakingWay(rows, line)) {
      out.write("row".getBytes(UTF_8));
    }
    assertThat(shown()).isEqualTo(ERASE);
    assertThat(rows.toString(UTF_8)).isEqualTo("row");
    line.progressed(at(2_000, 20, 0, false));
    assertThat(shown()).isEmpty();
  }
}
