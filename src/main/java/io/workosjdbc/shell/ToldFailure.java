package io.workosjdbc.shell;

import java.io.PrintStream;
import java.sql.SQLException;

/**
 * A failure to connect whose message is all there is to tell. sqlline prints the message of the
 * first one, and then where in the code it was thrown.
 */
final class ToldFailure extends SQLException {
  private static final long serialVersionUID = 1L;

  ToldFailure(SQLException failure) {
    super(failure.getMessage(), failure.getSQLState(), failure.getErrorCode(), failure);
  }

  @Override
  public void printStackTrace(PrintStream screen) {}
}
