package io.workosjdbc.resource;

/** What a column holds, in SQL's terms. */
public enum ColumnType {
  /** Any string, enumerations included: a value that the API adds later must not break a read. */
  TEXT,
  BOOLEAN,
  /** A whole number of at most 64 bits. */
  INTEGER,
  /** An instant in UTC with millisecond precision. */
  TIMESTAMP,
  /** An object or array, as JSON text. */
  JSON
}
