package io.workosjdbc.log;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Spans of OpenTelemetry: one for the statement, a child of the span of the thread that executes
 * it, and in it one for each request, whichever thread sends it. Attributes are named as in
 * OpenTelemetry's conventions for databases and HTTP.
 */
final class SpanTrace implements Trace {
  private final Tracer tracer;
  private final Span statement;
  private final Context context;

  private SpanTrace(Tracer tracer, Span statement, Context context) {
    this.tracer = tracer;
    this.statement = statement;
    this.context = context;
  }

  /** Only where the program has set OpenTelemetry up: to ask for it otherwise would set it up. */
  static Trace begin() {
    if (!GlobalOpenTelemetry.isSet()) {
      return NONE;
    }
    var tracer = GlobalOpenTelemetry.getTracer("io.workosjdbc");
    var statement =
        tracer
            .spanBuilder("workos statement")
            .setSpanKind(SpanKind.CLIENT)
            .setAttribute("db.system.name", "workos")
            .startSpan();
    return new SpanTrace(tracer, statement, Context.current().with(statement));
  }

  @SuppressWarnings("MustBeClosedChecker") // The span's owner closes both.
  @Override
  public Request request() {
    var span =
        tracer.spanBuilder("GET").setParent(context).setSpanKind(SpanKind.CLIENT).startSpan();
    return new RequestSpan(span, context.with(span).makeCurrent());
  }

  @Override
  public void end(String text, long rows, Optional<String> error) {
    statement.setAttribute("db.query.text", text);
    statement.setAttribute("db.response.returned_rows", rows);
    error.ifPresent(why -> statement.setStatus(StatusCode.ERROR, why));
    statement.end();
  }

  /** The span of a request, current in its thread until it is closed. */
  private record RequestSpan(Span span, Scope scope) implements Request {
    @Override
    public void over(String line, int attempts, OptionalInt status, Optional<String> requestId) {
      int query = line.indexOf('?');
      span.updateName(query < 0 ? line : line.substring(0, query));
      span.setAttribute("http.request.method", "GET");
      span.setAttribute("url.path", line.substring(line.indexOf(' ') + 1));
      if (attempts > 1) {
        span.setAttribute("http.request.resend_count", attempts - 1L);
      }
      status.ifPresent(code -> span.setAttribute("http.response.status_code", code));
      requestId.ifPresent(id -> span.setAttribute("workos.request_id", id));
      if (status.isEmpty() || status.getAsInt() >= 400) {
        span.setStatus(StatusCode.ERROR);
      }
    }

    @Override
    public void close() {
      scope.close();
      span.end();
    }
  }
}
