package io.workosjdbc.workos;

import io.workosjdbc.resource.Listing;
import io.workosjdbc.resource.Paging;
import io.workosjdbc.resource.Path;
import io.workosjdbc.resource.Source;
import java.util.List;

/** The index of the WorkOS tables, and what all its lists have in common. */
public final class WorkOs {

  /**
   * Cursor paging of every WorkOS list: at most 100 objects a page, continued after the last
   * object's id, sorted by creation time (API reference, Pagination).
   */
  private static final Paging PAGING =
      new Paging(
          "limit",
          100,
          "after",
          Path.of("data"),
          Path.of("list_metadata.after"),
          "order",
          "created_at");

  public static final Source SOURCE =
      new Source(
          "workos",
          List.of(
              OrganizationTable.ORGANIZATION,
              ConnectionTable.CONNECTION,
              DirectoryTable.DIRECTORY,
              AuthEventTable.AUTH_EVENT));

  private WorkOs() {}

  static Listing list(String path) {
    return Listing.of(path, PAGING);
  }
}
