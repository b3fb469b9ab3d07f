package io.workosjdbc.resource;

/**
 * How a list is read page by page.
 *
 * @param limit name of the parameter for the page's size
 * @param size the largest page that the service gives
 * @param cursor name of the parameter that continues after an object
 * @param rows where the objects lie in the answer
 * @param next where the next cursor lies in the answer; absent, null and empty end the list
 * @param order name of the parameter for the direction, {@code asc} or {@code desc}
 * @param sortedBy the column by which the list is sorted
 */
public record Paging(
    String limit, int size, String cursor, Path rows, Path next, String order, String sortedBy) {}
