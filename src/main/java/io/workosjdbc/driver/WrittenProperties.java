package io.workosjdbc.driver;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Connection properties as members of an object in a JSON file. A secret may come from an
 * environment variable, {@code "apiKeyVariable": "NAME"}; one that stands there itself is taken
 * only where nobody else may read the file. Paths are relative to the file.
 */
final class WrittenProperties {

  /** What follows the name of a secret in the name of the member that names a variable. */
  static final String VARIABLE = "Variable";

  private final JsonFile file;
  private final Set<ConnectionProperty> elsewhere;
  private final Function<String, Optional<String>> variables;

  /**
   * @param elsewhere properties that cannot stand in this file
   * @param variables what an environment variable holds
   */
  WrittenProperties(
      JsonFile file,
      Set<ConnectionProperty> elsewhere,
      Function<String, Optional<String>> variables) {
    this.file = file;
    this.elsewhere = Set.copyOf(elsewhere);
    this.variables = variables;
  }

  /**
   * The texts of the properties, each of which is one that its type can read.
   *
   * @param product whose properties they are
   * @param owner what they are of, for messages
   */
  Map<ConnectionProperty, String> read(Product product, String owner, Json.Members members)
      throws SQLException {
    var texts = new EnumMap<ConnectionProperty, String>(ConnectionProperty.class);
    for (var member : members.members().entrySet()) {
      var at = owner + "." + member.getKey();
      var text = file.text(member.getValue(), at);
      var ofVariable = ofVariable(product, member.getKey());
      var property =
          ofVariable.isPresent() ? ofVariable.get() : property(product, member.getKey(), at, text);
      var value = ofVariable.isPresent() ? file.variable(text, at, variables) : text.text();
      if (texts.put(property, checked(spec(product, property), value, at, text.line())) != null) {
        throw file.problem(text.line(), at + " is given in another way, too");
      }
      if (ofVariable.isEmpty() && isSecret(product, property, value)) {
        PrivateFile.checkUnread(file, text.line(), at);
      }
    }
    return texts;
  }

  private static PropertySpec spec(Product product, ConnectionProperty property) {
    return product.spec(property).orElseGet(property::spec);
  }

  private static Optional<ConnectionProperty> ofVariable(Product product, String key) {
    return Optional.of(key)
        .filter(name -> name.endsWith(VARIABLE))
        .map(name -> name.substring(0, name.length() - VARIABLE.length()))
        .flatMap(product::named)
        .filter(property -> spec(product, property).secret());
  }

  private ConnectionProperty property(Product product, String key, String at, Json.Text text)
      throws SQLException {
    return product
        .named(key)
        .filter(property -> product.nameOf(property).equalsIgnoreCase(key))
        .filter(property -> !elsewhere.contains(property))
        .orElseThrow(
            () ->
                file.problem(
                    text.line(),
                    at + " is no property that can stand here" + suggestion(product, key)));
  }

  private static String suggestion(Product product, String key) {
    return Spelling.nearest(key, product.propertyNames())
        .filter(near -> !near.equalsIgnoreCase(key))
        .map(near -> " (did you mean " + near + "?)")
        .orElse("");
  }

  /** The text of a right value; that of a path with its folder. */
  private String checked(PropertySpec spec, String text, String at, int line) throws SQLException {
    var type = spec.type();
    var value =
        type.read(text.trim())
            .orElseThrow(
                () -> file.problem(line, at + " is malformed; expected " + type.expected()));
    return value instanceof Path path ? file.resolve(path).toString() : text;
  }

  /** A proxy is one only with a password in it. */
  private static boolean isSecret(Product product, ConnectionProperty property, String value) {
    return spec(product, property).secret()
        && (property != ConnectionProperty.PROXY || value.contains("@"));
  }
}
