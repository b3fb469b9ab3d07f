package io.workosjdbc.driver;

import java.sql.SQLException;

/** The answer to methods of JDBC that would change something. Statements are the parser's. */
final class ReadOnly {
  private ReadOnly() {}

  static SQLException refuse(String what) {
    return SqlState.UNSUPPORTED.error(
        what + " is not supported: workos-jdbc reads the WorkOS API and changes nothing");
  }
}
