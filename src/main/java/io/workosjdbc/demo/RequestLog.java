package io.workosjdbc.demo;

import com.sun.net.httpserver.Headers;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What arrived, in order; bounded, for runs of many thousand requests. Thread-safe. */
final class RequestLog {
  private final int kept;
  private final List<LoggedRequest> entries = new ArrayList<>();
  private long arrived;
  private int sinceCleared;

  /**
   * An empty one.
   *
   * @param kept how many of the newest are kept at least
   */
  RequestLog(int kept) {
    this.kept = kept;
  }

  /** Adds a request and gives its id. */
  synchronized String add(Request request, URI target, Headers headers) {
    arrived++;
    sinceCleared++;
    String requestId = String.format(Locale.ROOT, "req_demo_%08d", arrived);
    if (entries.size() == 2 * kept) {
      entries.subList(0, kept).clear();
    }
    entries.add(
        new LoggedRequest(request.line(), target.toString(), requestId, withoutKey(headers)));
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

  private static Map<String, String> withoutKey(Headers headers) {
    Map<String, String> texts = new HashMap<>();
    headers.forEach(
        (name, values) -> texts.put(name.toLowerCase(Locale.ROOT), String.join(", ", values)));
    texts.remove("authorization");
    return texts;
  }
}
