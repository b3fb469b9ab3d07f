package io.workosjdbc.demo;

import com.sun.net.httpserver.HttpExchange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What arrived, in order. Thread-safe. */
final class RequestLog {
  private static final int KEPT = 100_000;

  private final List<LoggedRequest> entries = new ArrayList<>();
  private long arrived;

  /** Adds a request and gives its id; the newest 100,000 at least are kept. */
  synchronized String add(Request request, HttpExchange exchange) {
    arrived++;
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

  synchronized void clear() {
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
