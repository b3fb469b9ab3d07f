package io.workosjdbc.request;

import io.workosjdbc.resource.Paging;
import java.util.Map;

/** The direction in which a list is read along the column by which it is sorted. */
public enum Direction {
  ASCENDING,
  DESCENDING;

  /** The parameters that ask for a list in this direction. */
  Map<String, String> parameters(Paging.Order order) {
    return switch (this) {
      case ASCENDING -> order.ascending();
      case DESCENDING -> order.descending();
    };
  }
}
