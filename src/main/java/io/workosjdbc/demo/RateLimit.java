package io.workosjdbc.demo;

/**
 * A limit that the demo enforces with 429: so many requests per second, and so many at once after a
 * pause.
 */
public record RateLimit(int requestsPerSecond, int burst) {
  public RateLimit {
    if (requestsPerSecond < 1 || burst < 1) {
      throw new IllegalArgumentException("needs a rate and a burst of at least one");
    }
  }
}
