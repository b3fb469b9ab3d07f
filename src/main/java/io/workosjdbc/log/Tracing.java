package io.workosjdbc.log;

/** Whether OpenTelemetry's API, which this driver does not bring along, is on the class path. */
final class Tracing {
  static final boolean IS_THERE = isThere();

  private Tracing() {}

  private static boolean isThere() {
    try {
      Class.forName(
          "io.opentelemetry.api.GlobalOpenTelemetry", false, Tracing.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }
}
