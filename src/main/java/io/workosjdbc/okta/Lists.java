package io.workosjdbc.okta;

import static io.workosjdbc.resource.Column.timestamp;

import io.workosjdbc.resource.Column;
import io.workosjdbc.resource.Listing;
import io.workosjdbc.resource.Paging;
import io.workosjdbc.resource.Paging.Next;
import java.util.Optional;

/** What the lists of Okta have in common (api/okta.md section 2). */
final class Lists {

  /**
   * How many comparisons an expression may have: a start that is thought to be safe (section 9).
   */
  static final int TERMS = 20;

  private Lists() {}

  /** Bare arrays of at most so many objects, continued by a link. */
  static Listing list(String path, int size) {
    return list(path, size, false, Optional.empty());
  }

  static Listing list(
      String path, int size, boolean endsWithEmptyPage, Optional<Paging.Order> order) {
    var next = new Next.InHeader(endsWithEmptyPage);
    var pages = new Paging.Cursor(Optional.of("limit"), next, order);
    return Listing.of(path, new Paging(Optional.empty(), Optional.of(pages), size));
  }

  /** A bare array that comes whole, of about so many objects. */
  static Listing whole(String path, int size) {
    return Listing.of(path, new Paging(Optional.empty(), Optional.empty(), size)).expecting(1);
  }

  static Column createdAt() {
    return timestamp("created_at", "When it was created (UTC).").from("created");
  }

  static Column lastUpdated() {
    return timestamp("last_updated", "When it last changed (UTC).").from("lastUpdated");
  }
}
