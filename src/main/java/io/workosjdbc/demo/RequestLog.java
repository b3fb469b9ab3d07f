package io.workosjdbc.demo;

import com.sun.net.httpserver.HttpExchange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What arrived, in order; bounded, for runs of many thousand requests. Thread-safe. */
final class RequestLog {
  private static final int KEPT = 5_000;

  private final List<LoggedRequest> entries = new ArrayList<>();
  private long arrived;
  private int sinceCleared;

  /** Adds a request and gives its id; the newest 5,000 at least are kept. */
  synchronized String add(Request request, HttpExchange exchange) {
    arrived++;
    sinceCleared++;
    String requestId = String.format(Locale.ROOT, "req_demo_%08d", arrived);
    if (entries.size() == 2 * KEPT) {
      entries.subList(0, KEPT).clear();
    }
    entries.add(
        new LoggedRequest(
            request.line(), exchange.getRequestURI().toString(), requestId, headers(exchange)));
    return requestId;
  }

  synchronized List<LoggedRequest> entries() {
    return List.copyOf(entries);
  }

  /** How many arrived since the last {@link #clear()}, kept or not. */
  synchronized int count() {
    return sinceCleared;
  }

  synchronized void clear() {
    sinceCleared = 0;
    entries.clear();
  }

  private static Map<String, String> headers(HttpExchange exchange) {
    Map<String, String> headers = new HashMap<>();
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) ->
                headers.put(name.toLowerCase(Locale.ROOT), String.join(", ", values)));
    headers.remove("authorization");
    return headers;
  }
}
