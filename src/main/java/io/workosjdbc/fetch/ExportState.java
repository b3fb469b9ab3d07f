package io.workosjdbc.fetch;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.workosjdbc.http.ApiException;
import io.workosjdbc.http.ApiResponse;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the service says of an export (API reference, Audit Log Export).
 *
 * @param state pending, ready, error or expired
 * @param url where its file is for ten minutes, for whoever has the URL: a secret
 */
record ExportState(String id, String state, Optional<String> url, ApiResponse answer) {

  private static final JsonFactory JSON = new JsonFactory();

  static ExportState of(String line, ApiResponse answer) {
    var members = new HashMap<String, String>();
    try (JsonParser parser = JSON.createParser(answer.body())) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw ApiException.nonsense(line, answer, "it is no JSON object");
      }
      for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
        if (parser.nextToken() == JsonToken.VALUE_STRING) {
          members.put(name, parser.getText());
        }
        parser.skipChildren();
      }
    } catch (IOException e) {
      // The parser's own words quote the body, which has the URL.
      throw ApiException.nonsense(line, answer, "it is no valid JSON");
    }
    if (!members.containsKey("id") || !members.containsKey("state")) {
      throw ApiException.nonsense(line, answer, "it has no id or no state");
    }
    return new ExportState(
        members.getOrDefault("id", ""),
        members.getOrDefault("state", ""),
        Optional.ofNullable(members.get("url")),
        answer);
  }

  /** Where the state of an export is asked for. */
  static String target(String path, String id) {
    return path + "/" + URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** An object of texts. */
  static String json(Map<String, String> members) {
    var text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      for (var member : members.entrySet()) {
        json.writeStringField(member.getKey(), member.getValue());
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  ApiException nonsense(String line, String problem) {
    return ApiException.nonsense(line, answer, problem);
  }
}
