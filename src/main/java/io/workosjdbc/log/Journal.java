package io.workosjdbc.log;

import java.util.List;

/**
 * The last statements and requests of an environment, in this JVM and in memory only. Thread-safe.
 */
public final class Journal {

  private static final int STATEMENTS = 1_000;
  private static final int REQUESTS = 10_000;

  private final Ring<StatementEntry> statements = new Ring<>(STATEMENTS);
  private final Ring<RequestEntry> requests = new Ring<>(REQUESTS);

  /** A statement begins. */
  public void add(StatementEntry statement) {
    statements.add(statement);
  }

  public void add(RequestEntry request) {
    requests.add(request);
  }

  /** Oldest first. */
  public List<StatementEntry> statements() {
    return statements.entries();
  }

  /** Oldest first. */
  public List<RequestEntry> requests() {
    return requests.entries();
  }
}
