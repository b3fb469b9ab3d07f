package io.workosjdbc.driver;

import static java.util.Map.entry;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Date;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Map;

/** The classes that {@code ResultSet.getObject(column, Class)} can give for a value. */
final class Conversions {
  private interface Conversion {
    Object apply(Object value) throws SQLException;
  }

  private static final Map<Class<?>, Conversion> TO =
      Map.ofEntries(
          entry(String.class, Conversions::text),
          entry(Boolean.class, Numbers::toBoolean),
          entry(Byte.class, v -> (byte) whole(v, Byte.MIN_VALUE, Byte.MAX_VALUE, "TINYINT")),
          entry(Short.class, v -> (short) whole(v, Short.MIN_VALUE, Short.MAX_VALUE, "SMALLINT")),
          entry(
              Integer.class, v -> (int) whole(v, Integer.MIN_VALUE, Integer.MAX_VALUE, "INTEGER")),
          entry(Long.class, Numbers::toLong),
          entry(Float.class, v -> (float) Numbers.toDouble(v)),
          entry(Double.class, Numbers::toDouble),
          entry(BigDecimal.class, Numbers::toDecimal),
          entry(Number.class, Numbers::toDecimal),
          entry(BigInteger.class, v -> Numbers.toDecimal(v).toBigInteger()),
          entry(LocalDateTime.class, Temporals::dateTime),
          entry(LocalDate.class, Temporals::date),
          entry(LocalTime.class, Temporals::time),
          entry(Instant.class, Conversions::instant),
          entry(OffsetDateTime.class, v -> Temporals.dateTime(v).atOffset(ZoneOffset.UTC)),
          entry(ZonedDateTime.class, v -> Temporals.dateTime(v).atZone(ZoneOffset.UTC)),
          entry(Timestamp.class, v -> LegacyTimes.timestamp(Temporals.dateTime(v))),
          entry(java.util.Date.class, v -> java.util.Date.from(instant(v))),
          entry(Date.class, v -> LegacyTimes.date(Temporals.date(v), null)),
          entry(Time.class, v -> LegacyTimes.time(Temporals.time(v), null)));

  private Conversions() {}

  /** The value as an instance of {@code type}, which must not be primitive. */
  static <T> T to(Class<T> type, Object value) throws SQLException {
    if (type.isInstance(value)) {
      return type.cast(value);
    }
    Conversion conversion = TO.get(type);
    if (conversion == null) {
      throw SqlState.UNSUPPORTED.error(
          "A " + value.getClass().getSimpleName() + " cannot be read as " + type.getName());
    }
    return type.cast(conversion.apply(value));
  }

  /** The value as a text, such as a VARCHAR parameter takes. */
  static String text(Object value) throws SQLException {
    return Temporals.isTemporal(value) ? Temporals.text(value) : value.toString();
  }

  private static Instant instant(Object value) throws SQLException {
    return Temporals.dateTime(value).toInstant(ZoneOffset.UTC);
  }

  private static long whole(Object value, long least, long most, String type) throws SQLException {
    return Numbers.toWhole(value, least, most, type);
  }
}
