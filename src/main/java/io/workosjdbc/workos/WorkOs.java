package io.workosjdbc.workos;

import io.workosjdbc.resource.Listing;
import io.workosjdbc.resource.Paging;
import io.workosjdbc.resource.Path;
import io.workosjdbc.resource.Source;
import java.util.List;
import java.util.Optional;

/** The index of the WorkOS tables, and what all its lists have in common. */
public final class WorkOs {

  /**
   * Cursor paging of every WorkOS list: at most 100 objects a page, continued after the last
   * object's id, sorted by creation time (API reference, Pagination).
   */
  private static final Paging PAGING =
      new Paging(
          Optional.of(Path.of("data")),
          Optional.of(
              new Paging.Cursor(
                  Optional.of("limit"),
                  "after",
                  Path.of("list_metadata.after"),
                  Optional.of(new Paging.Order("order", "created_at")))),
          100);

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
