package io.workosjdbc.fetch;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.workosjdbc.resource.Path;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What of the value at one place is secret: all of it, some members within it, or nothing. */
final class Masking {

  /** What stands in the place of a secret. */
  static final String MASK = "***";

  private static final JsonFactory JSON = new JsonFactory();

  private static final Masking NOTHING = new Masking(false);

  private final boolean whole;
  private final Map<String, Masking> members = new HashMap<>();

  private Masking(boolean whole) {
    this.whole = whole;
  }

  /** What is secret of the value at {@code names}, of the whole object when there are none. */
  static Masking of(List<String> names, List<Path> secrets) {
    if (secrets.stream().anyMatch(secret -> startsWith(names, secret.names()))) {
      return new Masking(true);
    }
    var masking = new Masking(false);
    secrets.stream()
        .map(Path::names)
        .filter(secret -> startsWith(secret, names))
        .forEach(secret -> masking.hide(secret.subList(names.size(), secret.size())));
    return masking;
  }

  private static boolean startsWith(List<String> names, List<String> start) {
    return names.size() >= start.size() && names.subList(0, start.size()).equals(start);
  }

  private void hide(List<String> names) {
    boolean last = names.size() == 1;
    var member = members.computeIfAbsent(names.get(0), name -> new Masking(last));
    if (!last) {
      member.hide(names.subList(1, names.size()));
    }
  }

  /** Whether all of the value is secret. */
  boolean isWhole() {
    return whole;
  }

  /** The JSON text of an object or array; byte for byte as it came if it holds no secret. */
  String text(byte[] body, int from, int to) throws IOException {
    if (!whole && members.isEmpty()) {
      return new String(body, from, to - from, StandardCharsets.UTF_8);
    }
    var text = new StringWriter(to - from);
    try (JsonParser parser = JSON.createParser(body, from, to - from);
        JsonGenerator copy = JSON.createGenerator(text)) {
      parser.nextToken();
      copyValue(parser, copy);
    }
    return text.toString();
  }

  /** Copies the value at the current token; what is secret of an array is so of its elements. */
  private void copyValue(JsonParser parser, JsonGenerator copy) throws IOException {
    JsonToken token = parser.currentToken();
    if (whole && token != JsonToken.VALUE_NULL) {
      parser.skipChildren();
      copy.writeString(MASK);
    } else if (token == JsonToken.START_OBJECT) {
      copyObject(parser, copy);
    } else if (token == JsonToken.START_ARRAY) {
      copy.writeStartArray();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        copyValue(parser, copy);
      }
      copy.writeEndArray();
    } else if (token.isNumeric()) {
      copy.writeNumber(parser.getText()); // As it was written, not as a double would be.
    } else {
      copy.copyCurrentEvent(parser);
    }
  }

  private void copyObject(JsonParser parser, JsonGenerator copy) throws IOException {
    copy.writeStartObject();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      copy.writeFieldName(name);
      parser.nextToken();
      members.getOrDefault(name, NOTHING).copyValue(parser, copy);
    }
    copy.writeEndObject();
  }
}
