package io.workosjdbc.request;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the SQL above a scan would like of it.
 *
 * @param order the direction along the list's sort column
 * @param limit how many rows are needed at most, when the scan alone decides that
 */
public record Wish(Optional<Direction> order, OptionalLong limit) {
  public static final Wish NONE = new Wish(Optional.empty(), OptionalLong.empty());
}
