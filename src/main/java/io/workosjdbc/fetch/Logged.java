package io.workosjdbc.fetch;

import io.workosjdbc.http.ApiClient;
import io.workosjdbc.http.ApiResponse;
import io.workosjdbc.http.CallObserver;
import io.workosjdbc.http.CallScope;
import io.workosjdbc.http.Lane;
import io.workosjdbc.log.Journal;
import io.workosjdbc.log.RequestEntry;
import io.workosjdbc.log.RequestEvent;
import io.workosjdbc.log.RequestLine;
import io.workosjdbc.log.StatementText;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** Writes down what becomes of one request, and counts it for its execution. One thread. */
final class Logged implements CallObserver {

  private static final RequestEntry.Outcome NOT_SENT =
      new RequestEntry.Outcome(0, OptionalInt.empty(), Optional.empty());

  private final Journal journal;
  private final Execution execution;
  private Optional<RequestEntry> last = Optional.empty();

  Logged(Journal journal, Execution execution) {
    this.journal = journal;
    this.execution = execution;
  }

  /** Sends it, and tells logs, recordings and tracing systems. */
  @SuppressWarnings("try") // The resource is the thread's context.
  ApiResponse get(ApiClient client, String target, CallScope scope, Optional<Lane> lane) {
    var event = RequestEvent.begin(execution.id());
    try (var context = execution.caller().attach();
        var span = execution.trace().request()) {
      long bytes = 0;
      try {
        var response = client.get(target, scope, this, lane);
        bytes = response.body().length;
        return response;
      } finally {
        var outcome = last.map(RequestEntry::outcome).orElse(NOT_SENT);
        var line = last.map(RequestEntry::line).orElseGet(() -> line(execution, "GET " + target));
        event.over(line, outcome.number(), outcome.status(), bytes, outcome.requestId());
        span.over(line, outcome.number(), outcome.status(), outcome.requestId());
      }
    }
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
    return StatementText.cut(execution.logsValues() ? line : RequestLine.masked(line));
  }
}
