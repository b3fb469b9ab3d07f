package io.workosjdbc.fetch;

public final class Execution {
  public static Execution current() {
    return new Execution();
  }
}
