package io.workosjdbc.fetch;

import io.workosjdbc.http.CallObserver;
import io.workosjdbc.log.Journal;
import io.workosjdbc.log.RequestEntry;
import io.workosjdbc.log.RequestLine;
import java.time.Duration;
import java.util.Optional;

/** Writes down what becomes of one request, and counts it for its execution. One thread. */
final class Logged implements CallObserver {

  private final Journal journal;
  private final Execution execution;
  private Optional<RequestEntry> last = Optional.empty();

  Logged(Journal journal, Execution execution) {
    this.journal = journal;
    this.execution = execution;
  }

  @Override
  public void attempted(Attempt attempt) {
    var outcome = new RequestEntry.Outcome(attempt.number(), attempt.status(), attempt.requestId());
    var line = line(execution, attempt.requestLine());
    var entry = RequestEntry.sent(execution.id(), line, outcome, attempt.sentAt(), attempt.took());
    journal.add(entry);
    last = Optional.of(entry);
    if (attempt.number() > 1) {
      execution.tally().addRetry();
    }
  }

  @Override
  public void waits(Duration wait, Reason reason) {
    execution.tally().addWait(wait);
  }

  /** The last attempt, which is the one that was answered when there is an answer. */
  Optional<RequestEntry> last() {
    return last;
  }

  /** The line of a request as the log may show it. */
  static String line(Execution execution, String line) {
    return execution.logsValues() ? line : RequestLine.masked(line);
  }
}
