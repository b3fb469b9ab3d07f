package io.workosjdbc.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an error answer says, whatever its shape (api/workos.md section 2): {@code {code, message}},
 * {@code {errorCode, errorSummary, errorCauses}} (api/okta.md section 3), {@code {error,
 * error_description}}, {@code {error}}, {@code {message, errors}} with objects or strings, a bare
 * JSON string, nothing, HTML, or JSON that ends early.
 *
 * @param code the API's code
 * @param message its words, followed by its field errors in brackets; one cleaned line
 */
record ErrorBody(Optional<String> code, Optional<String> message) {
  private static final int MOST_BYTES = 64 * 1024;
  private static final int MOST_FIELD_ERRORS = 10;
  private static final Set<String> DETAILS = Set.of("errors", "errorCauses");
  private static final JsonFactory JSON = new JsonFactory();

  /**
   * Reads the first 64 KiB.
   *
   * @param clean makes text from outside fit to be shown
   */
  static ErrorBody parse(byte[] body, UnaryOperator<String> clean) {
    var reading = new Reading(clean);
    try (JsonParser json = JSON.createParser(body, 0, Math.min(body.length, MOST_BYTES))) {
      reading.top(json);
    } catch (IOException e) {
      return reading.result(); // No JSON, or cut off: what was read before that counts.
    }
    return reading.result();
  }

  /** What one pass over the body has found so far. */
  private static final class Reading {
    private final UnaryOperator<String> clean;
    private final Map<String, String> fields = new LinkedHashMap<>();
    private final List<String> errors = new ArrayList<>();

    Reading(UnaryOperator<String> clean) {
      this.clean = clean;
    }

    void top(JsonParser json) throws IOException {
      JsonToken first = json.nextToken();
      if (first == JsonToken.VALUE_STRING) {
        fields.put("message", json.getText());
      } else if (first == JsonToken.START_OBJECT) {
        object(json);
      }
    }

    private void object(JsonParser json) throws IOException {
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        JsonToken value = json.nextToken();
        if (DETAILS.contains(name) && value == JsonToken.START_ARRAY) {
          errors(json);
        } else {
          scalar(json, fields, name);
        }
      }
    }

    private void errors(JsonParser json) throws IOException {
      for (JsonToken t = json.nextToken(); isInside(t); t = json.nextToken()) {
        Map<String, String> error = new LinkedHashMap<>();
        if (t == JsonToken.START_OBJECT) {
          while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            scalar(json, error, name);
          }
        } else {
          scalar(json, error, "message");
        }
        String text = inWords(error);
        if (!text.isEmpty() && errors.size() < MOST_FIELD_ERRORS) {
          errors.add(text);
        }
      }
    }

    /** A cut body ends with null, a whole array with its bracket. */
    private static boolean isInside(JsonToken token) {
      return token != null && token != JsonToken.END_ARRAY;
    }

    private static void scalar(JsonParser json, Map<String, String> into, String name)
        throws IOException {
      JsonToken token = json.currentToken();
      if (token != null && token.isScalarValue() && token != JsonToken.VALUE_NULL) {
        into.put(name, json.getText());
      } else {
        json.skipChildren();
      }
    }

    private static String inWords(Map<String, String> error) {
      String what =
          Stream.of(error.get("code"), error.get("message"), error.get("errorSummary"))
              .filter(Objects::nonNull)
              .collect(Collectors.joining(" "));
      return Stream.of(error.getOrDefault("field", ""), what)
          .filter(text -> !text.isEmpty())
          .collect(Collectors.joining(": "));
    }

    ErrorBody result() {
      Optional<String> error = field("error");
      Optional<String> message =
          field("message")
              .or(() -> field("errorSummary"))
              .or(() -> field("error_description"))
              .or(() -> error);
      String details = errors.isEmpty() ? "" : " (" + String.join("; ", errors) + ")";
      // {error} alone may be a sentence (vault) or a code.
      Optional<String> code =
          field("code")
              .or(() -> field("errorCode"))
              .or(() -> error.filter(text -> text.matches("[A-Za-z0-9_.-]{1,64}")));
      return new ErrorBody(
          code, Optional.of(clean.apply(message.orElse("") + details)).filter(t -> !t.isEmpty()));
    }

    private Optional<String> field(String name) {
      return Optional.ofNullable(fields.get(name)).map(clean).filter(text -> !text.isEmpty());
    }
  }
}
