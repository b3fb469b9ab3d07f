package io.workosjdbc.driver;

import static io.workosjdbc.driver.ConnectionProperty.API_KEY;
import static io.workosjdbc.driver.ConnectionProperty.API_KEY_FILE;
import static io.workosjdbc.driver.ConnectionProperty.ARRAY_STYLE;
import static io.workosjdbc.driver.ConnectionProperty.BASE_URL;
import static io.workosjdbc.driver.ConnectionProperty.DEMO;
import static io.workosjdbc.driver.ConnectionProperty.ENVIRONMENTS;
import static io.workosjdbc.driver.ConnectionProperty.ON_ENVIRONMENT_ERROR;
import static io.workosjdbc.driver.ConnectionProperty.SCHEMA;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The file that {@code environments} names: an object with a member for each environment, whose
 * name is that of its schema, and whose members are connection properties, and {@code source} where
 * it is not of the connection's source. A secret may come from an environment variable: {@code
 * "apiKeyVariable": "NAME"}. What an environment does not say is taken from the connection, except
 * what it signs in with. Paths are relative to the file.
 */
final class EnvironmentsFile {

  /** What belongs to the connection as a whole. */
  private static final Set<ConnectionProperty> OF_THE_CONNECTION =
      Set.of(SCHEMA, ENVIRONMENTS, ON_ENVIRONMENT_ERROR);

  /** What an environment has to say itself, lest one is read with the key of another. */
  private static final List<ConnectionProperty> OWN = List.of(API_KEY, API_KEY_FILE, DEMO);

  /** What is of use to no other source. */
  private static final Set<ConnectionProperty> OF_A_SOURCE = Set.of(BASE_URL, ARRAY_STYLE);

  private static final String SOURCE = "source";
  private static final String VARIABLE = "Variable";
  private static final String NAME = "[A-Za-z][A-Za-z0-9_]*";

  private final JsonFile file;
  private final Product usual;
  private final Map<ConnectionProperty, String> shared;
  private final Function<String, Optional<String>> variables;

  private EnvironmentsFile(
      JsonFile file,
      Product usual,
      Map<ConnectionProperty, String> shared,
      Function<String, Optional<String>> variables) {
    this.file = file;
    this.usual = usual;
    this.shared = shared;
    this.variables = variables;
  }

  /**
   * The environments in the order of the file.
   *
   * @param connection what was given to the connection
   */
  static List<ConnectionSettings> read(Path path, PropertyValues connection) throws SQLException {
    for (var property : OWN) {
      if (connection.isGiven(property)) {
        throw SqlState.BAD_VALUE.error(
            "Property "
                + connection.product().nameOf(property)
                + " is given beside environments; each environment has its own in "
                + path);
      }
    }
    var shared = new EnumMap<ConnectionProperty, String>(ConnectionProperty.class);
    shared.putAll(connection.given());
    shared.keySet().removeAll(OF_THE_CONNECTION);
    var file = JsonFile.read(path);
    return new EnvironmentsFile(file, connection.product(), shared, connection::variable)
        .environments();
  }

  private List<ConnectionSettings> environments() throws SQLException {
    var environments = new ArrayList<ConnectionSettings>();
    var names = new ArrayList<String>();
    for (var entry : file.root().members().entrySet()) {
      var name = entry.getKey();
      int line = entry.getValue().line();
      if (!name.matches(NAME) || names.contains(name.toLowerCase(Locale.ROOT))) {
        throw file.problem(
            line, "an environment needs a name of its own of letters, digits and underscores");
      }
      names.add(name.toLowerCase(Locale.ROOT));
      if (!(entry.getValue() instanceof Json.Members members)) {
        throw file.problem(line, name + " is no object of connection properties");
      }
      environments.add(environment(name, members));
    }
    if (environments.isEmpty()) {
      throw file.problem(1, "there is no environment");
    }
    return environments;
  }

  private ConnectionSettings environment(String name, Json.Members members) throws SQLException {
    var product = product(members, name);
    var texts = new EnumMap<ConnectionProperty, String>(ConnectionProperty.class);
    for (var member : members.members().entrySet()) {
      var at = name + "." + member.getKey();
      if (member.getKey().equals(SOURCE)) {
        continue;
      }
      if (!(member.getValue() instanceof Json.Text text)) {
        throw file.problem(member.getValue().line(), at + " is not a single value");
      }
      var variable = ofVariable(product, member.getKey());
      var property =
          variable.isPresent() ? variable.get() : property(product, member.getKey(), at, text);
      var value = variable.isPresent() ? value(text, at) : text.text();
      if (texts.put(property, checked(spec(product, property), value, at, text.line())) != null) {
        throw file.problem(text.line(), at + " is given in another way, too");
      }
      if (variable.isEmpty() && isSecret(property, value)) {
        PrivateFile.check(file, text.line(), at);
      }
    }
    if (OWN.stream().noneMatch(texts::containsKey)) {
      var key = product.nameOf(API_KEY);
      throw file.problem(
          members.line(),
          "%s has no %s: give it %s%s, %s, %s or demo"
              .formatted(
                  name, product.keys().noun(), key, VARIABLE, product.nameOf(API_KEY_FILE), key));
    }
    return settings(product, name, members.line(), texts);
  }

  /** The source that an environment is of. */
  private Product product(Json.Members members, String name) throws SQLException {
    var said = members.members().get(SOURCE);
    if (said == null) {
      return usual;
    }
    return Products.ALL.stream()
        .filter(
            product ->
                said instanceof Json.Text text && product.source().name().equals(text.text()))
        .findFirst()
        .orElseThrow(
            () ->
                file.problem(
                    said.line(),
                    "%s.%s is no source; there are %s"
                        .formatted(
                            name,
                            SOURCE,
                            Products.ALL.stream()
                                .map(product -> product.source().name())
                                .collect(Collectors.joining(", ")))));
  }

  private ConnectionSettings settings(
      Product product, String name, int line, Map<ConnectionProperty, String> texts)
      throws SQLException {
    var all = new EnumMap<ConnectionProperty, String>(shared);
    if (!product.equals(usual)) {
      all.keySet().removeAll(OF_A_SOURCE);
    }
    all.putAll(texts);
    all.put(SCHEMA, name);
    try {
      return ConnectionSettings.of(
          new ConnectionUrl(product, Map.of()),
          PropertyValues.of(product, all, variable -> Optional.empty()));
    } catch (SQLException e) {
      throw file.problem(line, name + ": " + e.getMessage());
    }
  }

  private static PropertySpec spec(Product product, ConnectionProperty property) {
    return product.spec(property).orElseGet(property::spec);
  }

  private static Optional<ConnectionProperty> ofVariable(Product product, String key) {
    return Optional.of(key)
        .filter(name -> name.endsWith(VARIABLE))
        .map(name -> name.substring(0, name.length() - VARIABLE.length()))
        .flatMap(product::named)
        .filter(property -> property.spec().secret());
  }

  private String value(Json.Text variable, String at) throws SQLException {
    return variables
        .apply(variable.text())
        .orElseThrow(
            () ->
                file.problem(
                    variable.line(),
                    at + ": the environment variable " + variable.text() + " is not set"));
  }

  private ConnectionProperty property(Product product, String key, String at, Json.Text text)
      throws SQLException {
    return product
        .named(key)
        .filter(property -> product.nameOf(property).equalsIgnoreCase(key))
        .filter(property -> !OF_THE_CONNECTION.contains(property))
        .orElseThrow(
            () ->
                file.problem(
                    text.line(),
                    at + " is no property of an environment" + suggestion(product, key)));
  }

  private static String suggestion(Product product, String key) {
    return Spelling.nearest(key, product.propertyNames())
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
  private static boolean isSecret(ConnectionProperty property, String value) {
    return property.spec().secret()
        && (property != ConnectionProperty.PROXY || value.contains("@"));
  }
}
