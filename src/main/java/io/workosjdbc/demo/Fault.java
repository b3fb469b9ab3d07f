package io.workosjdbc.demo;

/**
 * An effect and the requests it strikes: of those that are made to paths beginning with {@code
 * pathPrefix} after the fault was set, the {@code first}th to the {@code last}th, counted from 1.
 */
public record Fault(String pathPrefix, int first, int last, Effect effect) {
  public Fault {
    if (first < 1 || last < first) {
      throw new IllegalArgumentException("strikes no request");
    }
  }

  /** Strikes every request. */
  public static Fault every(String pathPrefix, Effect effect) {
    return new Fault(pathPrefix, 1, Integer.MAX_VALUE, effect);
  }

  /** Strikes the next {@code count} requests. */
  public static Fault next(int count, String pathPrefix, Effect effect) {
    return new Fault(pathPrefix, 1, count, effect);
  }

  /** Strikes one request. */
  public static Fault nth(int number, String pathPrefix, Effect effect) {
    return new Fault(pathPrefix, number, number, effect);
  }
}
