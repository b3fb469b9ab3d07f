package io.workosjdbc.demo;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The paging parameters of a list, checked: fact sheet section 4. */
record PageRequest(
    int limit,
    Order order,
    Optional<String> after,
    Optional<String> before,
    boolean repeatsCursorRow) {
  static final Set<String> PARAMETERS = Set.of("limit", "order", "after", "before");

  /** {@code NORMAL} is newest first with the cursors' meanings swapped. */
  enum Order {
    NORMAL,
    ASC,
    DESC
  }

  static PageRequest of(Query query, Set<Quirk> quirks) {
    Optional<String> after = query.text("after");
    Optional<String> before = query.text("before");
    if (after.isPresent() && before.isPresent()) {
      throw Refusal.unprocessable("after and before are mutually exclusive.");
    }
    int asked = query.text("limit").map(PageRequest::limit).orElse(10);
    int limit = quirks.contains(Quirk.SHORT_PAGES) ? (asked + 2) / 3 : asked;
    Order order = query.text("order").map(PageRequest::order).orElse(Order.DESC);
    return new PageRequest(limit, order, after, before, query.repeatsCursorRow());
  }

  PageRequest withOrder(Order newOrder) {
    return new PageRequest(limit, newOrder, after, before, repeatsCursorRow);
  }

  private static int limit(String text) {
    try {
      int limit = Integer.parseInt(text);
      if (limit >= 1 && limit <= 100) {
        return limit;
      }
    } catch (NumberFormatException notANumber) {
      throw Refusal.invalid("limit", "not_a_number");
    }
    throw Refusal.invalid("limit", "out_of_range");
  }

  private static Order order(String text) {
    for (Order order : Order.values()) {
      if (order.name().toLowerCase(Locale.ROOT).equals(text)) {
        return order;
      }
    }
    throw Refusal.invalid("order", "invalid_enum_value");
  }
}
