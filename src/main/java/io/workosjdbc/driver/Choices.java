package io.workosjdbc.driver;

/** The choices of the properties that have a closed set of values. */
final class Choices {
  private Choices() {}

  /** Where answers are kept for later statements. */
  enum CacheMode {
    DISK,
    MEMORY,
    OFF
  }

  /** What becomes of a statement over all environments when one of them fails. */
  enum OnEnvironmentError {
    ERROR,
    WARN
  }

  /** Whether exports of audit logs may be created. */
  enum AuditLogs {
    ON,
    OFF
  }

  /** Whether conditions are sent to the API or only evaluated here. */
  enum Pushdown {
    ON,
    OFF,
    REQUIRE
  }
}
