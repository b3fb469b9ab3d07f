package io.workosjdbc.driver;

/** A value that must appear in no message, log, plan or URL. It prints as stars. */
record Secret(String value) {
  @Override
  public String toString() {
    return "***";
  }
}
