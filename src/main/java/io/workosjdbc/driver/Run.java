package io.workosjdbc.driver;

import io.workosjdbc.ProgressListener;
import io.workosjdbc.fetch.Execution;
import io.workosjdbc.log.Journal;
import io.workosjdbc.log.RequestLine;
import io.workosjdbc.log.StatementEntry;
import io.workosjdbc.log.StatementText;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One execution as its statement and its result set see it: its warnings, and its log entry. */
final class Run {
  /** Implementation-defined: the rows are not all there are. */
  static final String PARTIAL = "01W01";

  private static final String GENERAL = "01000";

  private final Execution execution;
  private final StatementEntry entry;
  private final boolean logsValues;
  private final Clock clock;
  private final Set<String> told = new HashSet<>();
  private @Nullable SQLWarning first;
  private Optional<Listening> listening = Optional.empty();

  private Run(Execution execution, StatementEntry entry, boolean logsValues, Clock clock) {
    this.execution = execution;
    this.entry = entry;
    this.logsValues = logsValues;
    this.clock = clock;
  }

  /** The run of a statement that begins now, written down in some journals. */
  static Run begin(
      Execution execution, String sql, boolean logsValues, List<Journal> in, Clock clock) {
    var text = logsValues ? StatementText.cut(sql) : StatementText.masked(sql);
    var entry = new StatementEntry(execution.id(), text, clock.instant(), execution.tally());
    in.forEach(journal -> journal.add(entry));
    return new Run(execution, entry, logsValues, clock);
  }

  /** The run of what is no statement of the user's. */
  static Run unrecorded() {
    return begin(Execution.unbounded(), "", false, List.of(), Clock.systemUTC());
  }

  /** Tells a listener how far it has come, until it ends. */
  Run toldTo(ProgressListener listener, Deadlines ticks) {
    if (listener != ProgressListener.NONE) {
      listening = Optional.of(Listening.begin(execution, listener, ticks, clock));
    }
    return this;
  }

  Execution execution() {
    return execution;
  }

  /**
   * It is over.
   *
   * @param rows how many it gave
   * @param isWhole whether all were asked for
   */
  void ended(long rows, boolean isWhole) {
    end(rows, isWhole && execution.partial().isEmpty(), Optional.empty());
  }

  void failed(long rows, SQLException why) {
    String message = String.valueOf(why.getMessage());
    String shown = logsValues ? message : RequestLine.masked(StatementText.masked(message));
    end(rows, false, Optional.of(why.getSQLState() + " " + shown));
  }

  private void end(long rows, boolean isComplete, Optional<String> error) {
    if (entry.end(new StatementEntry.End(clock.instant(), rows, isComplete, error))) {
      execution.trace().end(entry.text(), rows, error);
    }
    listening.ifPresent(Listening::end);
  }

  /** What there is to know of the answer; always the same object for the same warning. */
  synchronized @Nullable SQLWarning warnings() {
    execution.partial().ifPresent(text -> tell(text, PARTIAL));
    execution.warnings().forEach(text -> tell(text, GENERAL));
    return first;
  }

  private void tell(String text, String sqlState) {
    if (told.add(text)) {
      var warning = new SQLWarning(text, sqlState);
      if (first == null) {
        first = warning;
      } else {
        first.setNextWarning(warning);
      }
    }
  }

  /** Those told so far are not told again. */
  synchronized void clearWarnings() {
    var unused = warnings();
    first = null;
  }
}
