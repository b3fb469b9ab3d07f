package io.workosjdbc.workos;

import io.workosjdbc.resource.Listing;
import io.workosjdbc.resource.Paging;
import io.workosjdbc.resource.Path;
import io.workosjdbc.resource.Scope;
import java.util.Optional;

/** What the lists of WorkOS have in common (API reference, Pagination). */
final class Lists {

  private static final int PAGE = 100;

  private static final Path DATA = Path.of("data");

  private Lists() {}

  /** Pages of at most 100 objects, continued after the last one's id, sorted by creation time. */
  static Listing list(String path) {
    var order = Paging.Order.of("order", "created_at");
    return Listing.of(path, pages(DATA, PAGE, Optional.of("limit"), Optional.of(order)));
  }

  /** The same of objects that do not show when they were created. */
  static Listing unsorted(String path) {
    return Listing.of(path, pages(DATA, PAGE, Optional.of("limit"), Optional.empty()));
  }

  /** The same where the largest page is not documented, so that the service's own size is taken. */
  static Listing ofServiceSize(String path) {
    return Listing.of(path, pages(DATA, 10, Optional.empty(), Optional.empty()));
  }

  /** The elements of an array that each object of a list has. */
  static Listing elements(String path, String array) {
    var rows = Path.of(DATA + "." + array);
    return Listing.of(path, pages(rows, PAGE, Optional.of("limit"), Optional.empty()));
  }

  /** A list that comes whole. */
  static Listing whole(String path) {
    return Listing.of(path, new Paging(Optional.of(DATA), Optional.empty(), PAGE)).expecting(1);
  }

  /** A list that comes whole, as a bare array. */
  static Listing array(String path) {
    return Listing.of(path, new Paging(Optional.empty(), Optional.empty(), PAGE)).expecting(1);
  }

  private static Paging pages(
      Path rows, int size, Optional<String> limit, Optional<Paging.Order> order) {
    var next = new Paging.Next.InBody("after", Path.of("list_metadata.after"));
    return new Paging(Optional.of(rows), Optional.of(new Paging.Cursor(limit, next, order)), size);
  }

  /** One list for each organization, whose id the endpoint calls {@code name}. */
  static Scope eachOrganization(String name) {
    return each("workos_organization", name, "organization_id");
  }

  /** One list for each user, whose id the endpoint calls {@code name}. */
  static Scope eachUser(String name) {
    return each("workos_user", name, "user_id");
  }

  /** One list for each row of {@code parent}, whose {@code id} is in {@code column}. */
  static Scope each(String parent, String name, String column) {
    return Scope.of(parent, new Scope.Key(name, column, "id"));
  }
}
