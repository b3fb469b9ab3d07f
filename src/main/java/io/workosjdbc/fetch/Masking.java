package io.workosjdbc.fetch;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.workosjdbc.resource.Path;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What of the value at one place is secret: all of it, some members within it, or nothing. */
final class Masking {
  /** What stands in the place of a secret. */
  static final String MASK = "***";

  private static final JsonFactory JSON = new JsonFactory();
  private static final Masking NOTHING = new Masking(false);
  private static final Masking WHOLE = new Masking(true);

  private final boolean whole;
  private final Map<String, Masking> members = new HashMap<>();

  /** What is secret of the members that are not named. */
  private Masking others = this;

  private Masking(boolean whole) {
    this.whole = whole;
  }

  /** What is secret of the value at {@code names}, of the whole object when there are none. */
  static Masking of(List<String> names, List<Path> secrets) {
    var masking = of(secrets.stream().map(Path::names).toList(), Set.of());
    for (var name : names) {
      masking = masking.member(name);
    }
    return masking;
  }

  /**
   * What is secret of a value.
   *
   * @param secrets where the secrets lie in it
   * @param anywhere the names of members that are secret at any depth of it
   */
  private static Masking of(List<List<String>> secrets, Set<String> anywhere) {
    if (secrets.stream().anyMatch(List::isEmpty)) {
      return WHOLE;
    }
    var deep = new HashSet<>(anywhere);
    var inside = new HashMap<String, List<List<String>>>();
    for (var secret : secrets) {
      if (secret.get(0).equals(Path.ANYWHERE)) {
        deep.add(secret.get(1));
      } else {
        inside
            .computeIfAbsent(secret.get(0), name -> new ArrayList<>())
            .add(secret.subList(1, secret.size()));
      }
    }
    var masking = new Masking(false);
    masking.others = deep.isEmpty() ? NOTHING : below(deep);
    inside.forEach((name, places) -> masking.members.put(name, of(places, deep)));
    deep.forEach(name -> masking.members.put(name, WHOLE));
    return masking;
  }

  /** What is secret of a value about which nothing else is known. */
  private static Masking below(Set<String> anywhere) {
    var masking = new Masking(false);
    anywhere.forEach(name -> masking.members.put(name, WHOLE));
    return masking;
  }

  private Masking member(String name) {
    return whole ? this : members.getOrDefault(name, others);
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
      member(name).copyValue(parser, copy);
    }
    copy.writeEndObject();
  }
}
