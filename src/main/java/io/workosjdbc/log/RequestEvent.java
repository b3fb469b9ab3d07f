package io.workosjdbc.log;

import java.util.Optional;
import java.util.OptionalInt;
import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/** For a flight recording: a request with its waiting and retries. Costs nothing without one. */
@Name("io.workosjdbc.Request")
@Label("Request")
@Category("WorkOS JDBC")
@Description("A request to the service, from the wish for it to its answer, waiting included")
@StackTrace(false)
public final class RequestEvent extends Event {
  @Label("Statement")
  long statement;

  @Label("Request line")
  @Nullable String line;

  @Label("Status")
  @Description("Of the last attempt; 0 without an answer")
  int status;

  @Label("Attempts")
  int attempts;

  @Label("Bytes")
  @DataAmount
  long bytes;

  @Label("Request id")
  @Nullable String requestId;

  /** A request of a statement that begins now. */
  public static RequestEvent begin(long statement) {
    var event = new RequestEvent();
    event.statement = statement;
    event.begin();
    return event;
  }

  /**
   * It is over.
   *
   * @param requestLine masked
   */
  public void over(
      String requestLine, int number, OptionalInt code, long size, Optional<String> id) {
    end();
    if (shouldCommit()) {
      line = requestLine;
      attempts = number;
      status = code.orElse(0);
      bytes = size;
      requestId = id.orElse(null);
      commit();
    }
  }
}
