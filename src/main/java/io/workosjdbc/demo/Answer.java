package io.workosjdbc.demo;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** An answer in place of the real one. The error bodies are those of fact sheet section 2. */
public record Answer(int status, Map<String, String> headers, String body) implements Effect {
  public Answer {
    headers = Map.copyOf(headers);
  }

  /** JSON of any shape, right or wrong. */
  public static Answer json(int status, String body) {
    return new Answer(status, Map.of("Content-Type", "application/json; charset=utf-8"), body);
  }

  /** {@code {"message":...}}. */
  public static Answer message(int status, String message) {
    return json(status, text(new Fields().put("message", message)));
  }

  /** {@code {"code":...,"message":...}}. */
  public static Answer code(int status, String code, String message) {
    return json(status, text(new Fields().put("code", code).put("message", message)));
  }

  /** What a proxy in front of the service sends. */
  public static Answer html(int status) {
    return new Answer(
        status,
        Map.of("Content-Type", "text/html"),
        "<html><head><title>" + status + "</title></head><body><h1>Oops</h1></body></html>");
  }

  /** A status and nothing else. */
  public static Answer empty(int status) {
    return new Answer(status, Map.of(), "");
  }

  /** 429 without a hint when to come back; add {@code Retry-After} or {@code X-RateLimit-Reset}. */
  public static Answer rateLimited() {
    return code(429, "rate_limit_exceeded", "You have exceeded the rate limit.");
  }

  /** 429 with seconds to wait. */
  public static Answer rateLimited(int retryAfterSeconds) {
    return rateLimited().with("Retry-After", Integer.toString(retryAfterSeconds));
  }

  /** 429 as the directory users' list gives it: a bare JSON string. */
  public static Answer bareRateLimited() {
    return json(429, "\"Ratelimited\"");
  }

  /** The same with one header more, or that header replaced. */
  public Answer with(String header, String value) {
    Map<String, String> more = new HashMap<>(headers);
    more.put(header, value);
    return new Answer(status, more, body);
  }

  @Override
  public Reply around(Request request, Handler next) {
    return new Reply(status, headers, new Body.Text(body), Delivery.WHOLE);
  }

  private static String text(Fields fields) {
    return new String(Json.bytes(fields.toMap()), StandardCharsets.UTF_8);
  }
}
