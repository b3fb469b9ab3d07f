package io.workosjdbc.request;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the SQL above a scan would like of it.
 *
 * @param order the direction along the list's sort column
 * @param limit how many rows are needed at most, when the scan alone decides that
 * @param isLimitSure whether never more are read; else a filter above decides how many
 */
public record Wish(Optional<Direction> order, OptionalLong limit, boolean isLimitSure) {
  public static final Wish NONE = new Wish(Optional.empty(), OptionalLong.empty());

  /** A wish without a sure limit. */
  public Wish(Optional<Direction> order, OptionalLong limit) {
    this(order, limit, false);
  }
}
