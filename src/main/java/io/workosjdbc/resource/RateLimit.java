package io.workosjdbc.resource;

/**
 * That a service answers only so many requests a second for each value of a key. Requests that do
 * not give the key are counted together.
 *
 * @param group what the lists have in common that are counted together
 * @param column the column that the key is a condition on
 */
public record RateLimit(String group, String column, int requestsPerSecond) {

  public RateLimit {
    if (group.isBlank() || requestsPerSecond < 1) {
      throw new IllegalArgumentException("A limit of " + column + " is of one request or more");
    }
  }
}
