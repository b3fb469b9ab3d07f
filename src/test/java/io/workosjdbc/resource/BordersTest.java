package io.workosjdbc.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where time begins that is told apart from a moment. */
class BordersTest {

  @Test
  void whatLiesBeforeAtAndAfterAnInstantIsToldApart() {
    var borders = new Borders(List.of(Instant.ofEpochMilli(2000)), Duration.ZERO);

    assertThat(borders.next(1000)).isEqualTo(2000);
    assertThat(borders.next(1999)).isEqualTo(2000);
    assertThat(borders.next(2000)).isEqualTo(2001);
    assertThat(borders.next(2001)).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void theNearestBorderCounts() {
    var borders =
        new Borders(
            List.of(Instant.ofEpochMilli(9_000_000), Instant.ofEpochMilli(5_000_000)),
            Duration.ofHours(1));

    assertThat(borders.next(3_600_000)).isEqualTo(5_000_000);
    assertThat(borders.next(5_000_001)).isEqualTo(7_200_000);
    assertThat(borders.next(7_200_000)).isEqualTo(9_000_000);
  }

  @Test
  void stepsBeginAlsoBefore1970() {
    var days = new Borders(List.of(), Duration.ofDays(1));

    assertThat(days.next(-1)).isZero();
    assertThat(days.next(-86_400_000)).isZero();
    assertThat(days.next(-86_400_001)).isEqualTo(-86_400_000);
  }

  @Test
  void aStepBackIsNone() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Borders(List.of(), Duration.ofDays(-1)));
  }
}
