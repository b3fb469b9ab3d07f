package io.workosjdbc.resource;

import java.util.Optional;

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
   * @param cursor name of the parameter that continues after an object
   * @param next where the next cursor lies in the answer; absent, null and empty end the list
   * @param order how the list is sorted, if that can be chosen
   */
  public record Cursor(Optional<String> limit, String cursor, Path next, Optional<Order> order) {}

  /**
   * The order of a list.
   *
   * @param parameter name of the parameter for the direction, {@code asc} or {@code desc}
   * @param column the column by which the list is sorted
   */
  public record Order(String parameter, String column) {}

  /** Whether the rows lie within other objects, so that a page may have none. */
  public boolean isNested() {
    return rows.flatMap(Path::parent).isPresent();
  }

  /** The order of the list, if it has pages and one that can be chosen. */
  public Optional<Order> order() {
    return pages.flatMap(Cursor::order);
  }
}
