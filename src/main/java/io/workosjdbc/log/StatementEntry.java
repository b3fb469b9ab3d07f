package io.workosjdbc.log;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * An execution of a statement, which may still be running. Thread-safe.
 *
 * <p>Made when it begins; whoever executes it tells of its {@link #end}.
 */
public final class StatementEntry {

  private final long id;
  private final String text;
  private final Instant startedAt;
  private final Tally tally;
  private Optional<End> end = Optional.empty();

  /**
   * How an execution ended.
   *
   * @param rows how many rows it returned
   * @param complete whether those are all there are: not if it failed, was closed before its last
   *     row, or was stopped by a budget
   * @param error the SQLState and what went wrong, without values of the statement
   */
  public record End(Instant at, long rows, boolean complete, Optional<String> error) {}

  /**
   * @param id tells executions of this JVM apart
   * @param text the SQL, its values masked
   */
  public StatementEntry(long id, String text, Instant startedAt, Tally tally) {
    this.id = id;
    this.text = text;
    this.startedAt = startedAt;
    this.tally = tally;
  }

  public long id() {
    return id;
  }

  public String text() {
    return text;
  }

  public Instant startedAt() {
    return startedAt;
  }

  public Tally tally() {
    return tally;
  }

  /** It is over. The first ending counts; returns whether this is it. */
  public synchronized boolean end(End how) {
    boolean isFirst = end.isEmpty();
    end = end.or(() -> Optional.of(how));
    return isFirst;
  }

  /** How it ended; empty while it runs. */
  public synchronized Optional<End> end() {
    return end;
  }

  /** How long it took; empty while it runs. */
  public Optional<Duration> took() {
    return end().map(over -> Duration.between(startedAt, over.at()));
  }
}
