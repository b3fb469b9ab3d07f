package io.workosjdbc.demo;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** How Okta says no: fact sheet of Okta, section 3. */
final class OktaRefusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int status;
  private final String code;
  private final String summary;
  private final String[] causes;

  private OktaRefusal(int status, String code, String summary, String... causes) {
    super(summary);
    this.status = status;
    this.code = code;
    this.summary = summary;
    this.causes = causes.clone();
  }

  /** A wrong parameter. */
  static OktaRefusal validation(String cause) {
    return new OktaRefusal(400, "E0000001", "Api validation failed", cause);
  }

  /** A wrong {@code search}. */
  static OktaRefusal search(String cause) {
    return new OktaRefusal(400, "E0000031", "Invalid search criteria.", cause);
  }

  /** A wrong {@code filter}, or a {@code since} of too long ago. */
  static OktaRefusal filter(String cause) {
    return new OktaRefusal(400, "E0000053", "Invalid filter", cause);
  }

  static OktaRefusal unauthorized() {
    return new OktaRefusal(401, "E0000011", "Invalid token provided");
  }

  static OktaRefusal notFound(String what) {
    return new OktaRefusal(404, "E0000007", "Not found: Resource not found: " + what);
  }

  static OktaRefusal tooMany() {
    return new OktaRefusal(
        429, "E0000047", "API call exceeded rate limit due to too many requests.");
  }

  Reply reply() {
    List<Map<String, String>> all =
        Arrays.stream(causes).map(cause -> Map.of("errorSummary", cause)).toList();
    return Reply.json(
        status,
        new Body.Value(
            new Fields()
                .put("errorCode", code)
                .put("errorSummary", summary)
                .put("errorLink", code)
                .put("errorId", "oae" + code)
                .put("errorCauses", all)
                .toMap()));
  }
}
