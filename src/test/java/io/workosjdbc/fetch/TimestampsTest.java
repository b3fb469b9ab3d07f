package io.workosjdbc.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampsTest {

  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);

  private static long millis(String text) {
    return Timestamps.epochMillis(text.toCharArray(), 0, text.length());
  }

  private static Instant instant(String text) {
    assertThat(millis(text)).as(text).isNotEqualTo(Timestamps.UNREADABLE);
    return Instant.ofEpochMilli(millis(text));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-05T10:00:00.123Z, 2026-01-05T10:00:00.123Z",
    "2026-01-05 10:00:00.123Z, 2026-01-05T10:00:00.123Z",
    "2026-01-05 10:00:00, 2026-01-05T10:00:00Z",
    "2026-01-05T10:00:00, 2026-01-05T10:00:00Z",
    "2026-01-05T10:00:00.Z, 2026-01-05T10:00:00Z",
    "2026-01-05T10:00:00.9Z, 2026-01-05T10:00:00.900Z",
    "2026-01-05T10:00:00.123999999Z, 2026-01-05T10:00:00.123Z",
    "2026-01-05T10:00Z, 2026-01-05T10:00:00Z",
    "2026-01-05t10:00:00.1z, 2026-01-05T10:00:00.100Z",
    "2026-01-05T10:00:00.5+02:00, 2026-01-05T08:00:00.500Z",
    "2026-01-05 10:00:00-0130, 2026-01-05T11:30:00Z",
    "2026-01-05T10:00:00+01, 2026-01-05T09:00:00Z",
    "2024-02-29T00:00:00Z, 2024-02-29T00:00:00Z",
    "2000-02-29T00:00:00Z, 2000-02-29T00:00:00Z",
    "1969-12-31T23:59:59.9999Z, 1969-12-31T23:59:59.999Z",
    "0001-01-01T00:00:00Z, 0001-01-01T00:00:00Z",
    "9999-12-31T23:59:59.999Z, 9999-12-31T23:59:59.999Z",
  })
  void readsWhatOccurs(String text, Instant expected) {
    assertThat(instant(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "yesterday",
        "2026-01-05",
        "2026-13-05T10:00:00Z",
        "2026-00-05T10:00:00Z",
        "2026-02-29T10:00:00Z",
        "2100-02-29T10:00:00Z",
        "2026-04-31T10:00:00Z",
        "2026-01-00T10:00:00Z",
        "2026-01-05T24:00:01Z",
        "2026-01-05T10:60:00Z",
        "2026-01-05T10:00:61Z",
        "2026-01-05T10:00:00.1234567890Z",
        "2026-01-05T10:00:00ZZ",
        "2026-01-05T10:00:00.12aZ",
        "2026-01-05X10:00:00Z",
        "2026/01/05T10:00:00Z",
        "20a6-01-05T10:00:00Z",
        " 2026-01-05T10:00:00Z",
        "2026-01-05T10:00:00 +01:00x",
        "+999999999-01-01T00:00:00Z",
        "1767607200",
      })
  void refusesTheRest(String text) {
    assertThat(millis(text)).isEqualTo(Timestamps.UNREADABLE);
  }

  @Test
  void readsFromTheMiddleOfABuffer() {
    var buffer = "xx2026-01-05T10:00:00.123Z9".toCharArray();
    assertThat(Timestamps.epochMillis(buffer, 2, buffer.length - 3))
        .isEqualTo(Instant.parse("2026-01-05T10:00:00.123Z").toEpochMilli());
  }

  @Property(edgeCases = EdgeCasesMode.NONE) // They are too many; the tests above have them.
  void agreesWithJavaTime(
      @ForAll @LongRange(min = -62_135_596_800L, max = 253_402_300_799L) long second,
      @ForAll @IntRange(min = 0, max = 999_999_999) int nano,
      @ForAll @IntRange(min = 0, max = 9) int digits,
      @ForAll @IntRange(min = -18 * 60, max = 18 * 60) int offsetMinutes,
      @ForAll boolean space) {
    var fraction = digits == 0 ? "" : "." + "%09d".formatted(nano).substring(0, digits);
    var utc = SECONDS.format(Instant.ofEpochSecond(second)) + fraction;
    utc = space ? utc.replace('T', ' ') : utc;
    var expected =
        LocalDateTime.parse(utc.replace(' ', 'T'))
            .truncatedTo(ChronoUnit.MILLIS)
            .toInstant(ZoneOffset.UTC);
    assertThat(instant(utc)).isEqualTo(expected);
    assertThat(instant(utc + "Z")).isEqualTo(expected);
    var offset = ZoneOffset.ofTotalSeconds(offsetMinutes * 60);
    assertThat(instant(utc + offset)).isEqualTo(expected.minusSeconds(offsetMinutes * 60L));
  }
}
