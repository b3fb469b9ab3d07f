package io.workosjdbc.demo;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request that the service does not answer: its 4xx. Body shapes: fact sheet section 2. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Reply reply;

  private Refusal(int status, Map<String, @Nullable Object> body) {
    super("refused with " + status);
    this.reply = Reply.json(status, new Body.Value(body));
  }

  /** {@code {"message":...}}. */
  static Refusal of(int status, String message) {
    return new Refusal(status, new Fields().put("message", message).toMap());
  }

  /** 422 that names the parameter: {@code {"message","errors":[{"field","code"}]}}. */
  static Refusal invalid(String field, String code) {
    var error = new Fields().put("field", field).put("code", code).toMap();
    return new Refusal(
        422,
        new Fields().put("message", "Validation failed.").put("errors", List.of(error)).toMap());
  }

  /** 422 that says what is wrong: {@code {"code","message"}}. */
  static Refusal unprocessable(String message) {
    return new Refusal(
        422,
        new Fields().put("code", "invalid_request_parameters").put("message", message).toMap());
  }

  /** 400 for parameters that must not be there: {@code {"code","message","errors":["text"]}}. */
  static Refusal badRequest(String error) {
    return new Refusal(
        400,
        new Fields()
            .put("code", "invalid_request_parameters")
            .put("message", "Validation failed")
            .put("errors", List.of(error))
            .toMap());
  }

  Reply reply() {
    return reply;
  }
}
