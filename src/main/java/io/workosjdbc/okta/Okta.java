package io.workosjdbc.okta;

import io.workosjdbc.resource.Source;
import java.util.List;

/** Everything that is read of Okta. */
public final class Okta {

  public static final Source SOURCE =
      new Source(
          "okta",
          List.of(
              UserTable.USER,
              GroupTables.GROUP,
              GroupTables.GROUP_MEMBER,
              AuthEventTable.AUTH_EVENT,
              LogEventTable.LOG_EVENT,
              ApplicationTables.APPLICATION,
              ApplicationTables.APPLICATION_USER,
              FactorTable.FACTOR));

  private Okta() {}
}
