package io.workosjdbc.driver;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.function.Function;

/**
 * A JSON file that somebody wrote by hand: every complaint names the file and the line, and none
 * repeats what is written there, because it may be a key.
 *
 * @param root its one object
 */
record JsonFile(Path path, Json.Members root) {

  private static final JsonFactory FACTORY = new JsonFactory();

  /** Reads a file of this machine: a URL must not make it fetch one from another. */
  static JsonFile read(Path path) throws SQLException {
    if (path.toString().startsWith("\\\\")) {
      throw SqlState.BAD_VALUE.error("The file " + path + " is on another machine");
    }
    if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
      throw SqlState.BAD_VALUE.error("The file " + path + " does not exist or may not be read");
    }
    try (var parser = FACTORY.createParser(Files.readString(path))) {
      parser.nextToken();
      if (value(parser, path) instanceof Json.Members root && parser.nextToken() == null) {
        return new JsonFile(path, root);
      }
      throw problem(path, 1, "is not one JSON object");
    } catch (JsonProcessingException e) {
      // Neither the message nor the cause: they quote the text.
      throw problem(path, e.getLocation().getLineNr(), "is no JSON from here on");
    } catch (IOException e) {
      throw SqlState.BAD_VALUE.error("The file " + path + " cannot be read as UTF-8 text", e);
    }
  }

  /** An error at a line of this file. */
  SQLException problem(int line, String what) {
    return problem(path, line, what);
  }

  private static SQLException problem(Path path, int line, String what) {
    return SqlState.BAD_VALUE.error(at(path, line) + what);
  }

  /** How a message about a line begins. */
  String at(int line) {
    return at(path, line);
  }

  private static String at(Path path, int line) {
    return path + ", line " + line + ": ";
  }

  /**
   * A single value.
   *
   * @param at what it is of, for messages
   */
  Json.Text text(Json value, String at) throws SQLException {
    if (value instanceof Json.Text text) {
      return text;
    }
    throw problem(value.line(), at + " is not a single value");
  }

  /** What the environment variable of this name holds. */
  String variable(Json.Text name, String at, Function<String, Optional<String>> variables)
      throws SQLException {
    return variables
        .apply(name.text())
        .orElseThrow(
            () ->
                problem(
                    name.line(), at + ": the environment variable " + name.text() + " is not set"));
  }

  /** A path that the file names, relative to its folder. */
  Path resolve(Path named) {
    return path.toAbsolutePath().resolveSibling(named);
  }

  private static Json value(JsonParser parser, Path path) throws IOException, SQLException {
    int line = parser.currentTokenLocation().getLineNr();
    var token = parser.currentToken();
    if (token == null) {
      throw problem(path, line, "ends too early");
    }
    if (token == JsonToken.START_OBJECT) {
      var members = new LinkedHashMap<String, Json>();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        var name = parser.currentName();
        int at = parser.currentTokenLocation().getLineNr();
        parser.nextToken();
        if (members.put(name, value(parser, path)) != null) {
          throw problem(path, at, name + " is there twice");
        }
      }
      return new Json.Members(line, members);
    }
    if (token == JsonToken.START_ARRAY) {
      var elements = new ArrayList<Json>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        elements.add(value(parser, path));
      }
      return new Json.Elements(line, elements);
    }
    return new Json.Text(line, parser.getText());
  }
}
