package io.workosjdbc.planner.sql;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The elements of a JSON array as an array of SQL. Public because generated code calls it. */
public final class JsonArrays {

  private static final JsonFactory JSON = new JsonFactory();

  private JsonArrays() {}

  /** Each element as JSON text; none of what is no array. */
  public static List<@Nullable String> queries(@Nullable String json) {
    return elements(json, false);
  }

  /** Each element as a text, a null as NULL; none of what is no array. */
  public static List<@Nullable String> values(@Nullable String json) {
    return elements(json, true);
  }

  private static List<@Nullable String> elements(@Nullable String json, boolean asText) {
    var elements = new ArrayList<@Nullable String>();
    if (json == null) {
      return elements;
    }
    try (JsonParser parser = JSON.createParser(json)) {
      if (parser.nextToken() == JsonToken.START_ARRAY) {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          elements.add(
              asText && parser.currentToken().isScalarValue() ? text(parser) : json(parser));
        }
      }
      return elements;
    } catch (IOException e) {
      throw new IllegalArgumentException("This is no JSON, so it has no elements", e);
    }
  }

  private static @Nullable String text(JsonParser parser) throws IOException {
    return parser.currentToken() == JsonToken.VALUE_NULL ? null : parser.getText();
  }

  private static String json(JsonParser parser) throws IOException {
    var text = new StringWriter();
    try (JsonGenerator copy = JSON.createGenerator(text)) {
      copy.copyCurrentStructure(parser);
    }
    return text.toString();
  }
}
