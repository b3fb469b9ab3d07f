package io.workosjdbc.resource;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How a list is read.
 *
 * @param rows where the objects lie in the answer, maybe within the objects of another array; empty
 *     when the answer is the array itself
 * @param pages how it goes on after the first page; empty when the answer is the whole list
 * @param size the largest page that the service gives; of a list without pages, how many objects it
 *     is thought to have
 */
public record Paging(Optional<Path> rows, Optional<Cursor> pages, int size) {

  /**
   * Paging by a cursor.
   *
   * @param limit name of the parameter for the page's size; empty when the service's own is taken
   * @param next where an answer says how the list goes on
   * @param order how the list is sorted, if that can be chosen
   */
  public record Cursor(Optional<String> limit, Next next, Optional<Order> order) {}

  /** Where an answer says how its list goes on. */
  public sealed interface Next {

    /**
     * In its body.
     *
     * @param parameter name of the parameter that continues after the cursor
     * @param place where the next cursor lies; absent, null and empty end the list
     */
    record InBody(String parameter, Path place) implements Next {}

    /**
     * In its header {@code Link}: the URL of the next page with relation {@code next}, which is
     * followed as it is. No such link ends the list.
     *
     * @param endsWithEmptyPage whether a page without objects ends it, too, because there is a link
     *     in any case
     */
    record InHeader(boolean endsWithEmptyPage) implements Next {}
  }

  /**
   * The order of a list.
   *
   * @param column the column by which the list is sorted
   * @param ascending the parameters that ask for it from the smallest value to the largest
   * @param descending the parameters that ask for the reverse
   * @param isKept whether the service is known to sort as it is asked; else the first and the last
   *     rows of a list may be at either end
   */
  public record Order(
      String column,
      Map<String, String> ascending,
      Map<String, String> descending,
      boolean isKept) {
    public Order {
      ascending = Collections.unmodifiableMap(new TreeMap<>(ascending));
      descending = Collections.unmodifiableMap(new TreeMap<>(descending));
    }

    /** One parameter, {@code asc} or {@code desc}, that the service may ignore. */
    public static Order of(String parameter, String column) {
      return new Order(column, Map.of(parameter, "asc"), Map.of(parameter, "desc"), false);
    }

    /** An order that can be relied on. */
    public static Order kept(
        String column, Map<String, String> ascending, Map<String, String> descending) {
      return new Order(column, ascending, descending, true);
    }
  }

  /** Whether the rows lie within other objects, so that a page may have none. */
  public boolean isNested() {
    return rows.flatMap(Path::parent).isPresent();
  }

  /** The order of the list, if it has pages and one that can be chosen. */
  public Optional<Order> order() {
    return pages.flatMap(Cursor::order);
  }

  /** How the list goes on, if it has pages. */
  public Optional<Next> next() {
    return pages.map(Cursor::next);
  }
}
