package io.workosjdbc.demo;

import java.time.Duration;

/**
 * So many events spread evenly over a window that ends now, made while they are served and never
 * stored.
 */
public record MassEventOptions(int count, Duration window) {
  public MassEventOptions {
    if (count < 1 || window.isNegative() || window.isZero()) {
      throw new IllegalArgumentException("needs a count and a window above zero");
    }
  }
}
