package io.workosjdbc.driver;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** How Calcite keeps a column's values, and how to get one that does not depend on a time zone. */
enum ColumnKind {
  TEXT {
    @Override
    @Nullable Object read(ResultSet rows, int column) throws SQLException {
      return rows.getString(column);
    }
  },
  WHOLE {
    @Override
    @Nullable Object read(ResultSet rows, int column) throws SQLException {
      long value = rows.getLong(column);
      return value == 0 && rows.wasNull() ? null : (Object) value;
    }
  },
  /** Epoch days. */
  DATE {
    @Override
    @Nullable Object read(ResultSet rows, int column) throws SQLException {
      long day = rows.getLong(column);
      return day == 0 && rows.wasNull() ? null : LocalDate.ofEpochDay(day);
    }
  },
  /** Milliseconds of the day. */
  TIME {
    @Override
    @Nullable Object read(ResultSet rows, int column) throws SQLException {
      long millis = rows.getLong(column);
      return millis == 0 && rows.wasNull()
          ? null
          : LocalTime.ofNanoOfDay(TimeUnit.MILLISECONDS.toNanos(millis));
    }
  },
  /** Milliseconds since 1970 in UTC. */
  TIMESTAMP {
    @Override
    @Nullable Object read(ResultSet rows, int column) throws SQLException {
      long millis = rows.getLong(column);
      if (millis == 0 && rows.wasNull()) {
        return null;
      }
      int nanos = (int) TimeUnit.MILLISECONDS.toNanos(Math.floorMod(millis, 1000));
      return LocalDateTime.ofEpochSecond(Math.floorDiv(millis, 1000L), nanos, ZoneOffset.UTC);
    }
  },
  OTHER {
    @Override
    @Nullable Object read(ResultSet rows, int column) throws SQLException {
      return rows.getObject(column);
    }
  };

  /** The value in the current row: a text, number, truth value or {@code java.time} local value. */
  abstract @Nullable Object read(ResultSet rows, int column) throws SQLException;

  /** The kind of a JDBC type. */
  static ColumnKind of(int type) {
    return switch (type) {
      case Types.CHAR, Types.VARCHAR, Types.LONGVARCHAR, Types.NCHAR, Types.NVARCHAR -> TEXT;
      case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT -> WHOLE;
      case Types.DATE -> DATE;
      case Types.TIME -> TIME;
      case Types.TIMESTAMP -> TIMESTAMP;
      default -> OTHER;
    };
  }
}
