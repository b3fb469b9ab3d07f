package io.workosjdbc.driver;

import static io.workosjdbc.driver.ConnectionProperty.API_KEY;
import static io.workosjdbc.driver.ConnectionProperty.API_KEY_FILE;
import static io.workosjdbc.driver.ConnectionProperty.ENVIRONMENTS;
import static io.workosjdbc.driver.ConnectionProperty.MODEL;
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
import java.util.stream.Collectors;

/**
 * The file that {@code environments} names: an object with a member for each environment, whose
 * name is that of its schema, and whose members are {@link WrittenProperties}, and {@code source}
 * where it is not of the connection's source. What an environment does not say is taken from the
 * connection, except what it signs in with.
 */
final class EnvironmentsFile {

  /** What belongs to the connection as a whole. */
  private static final Set<ConnectionProperty> OF_THE_CONNECTION =
      Set.of(SCHEMA, ENVIRONMENTS, ON_ENVIRONMENT_ERROR, MODEL);

  private static final String SOURCE = "source";
  private static final String NAME = "[A-Za-z][A-Za-z0-9_]*";

  private final JsonFile file;
  private final PropertyValues connection;
  private final WrittenProperties properties;

  private EnvironmentsFile(JsonFile file, PropertyValues connection) {
    this.file = file;
    this.connection = connection;
    this.properties = new WrittenProperties(file, OF_THE_CONNECTION, connection::variable);
  }

  /**
   * The environments in the order of the file.
   *
   * @param connection what was given to the connection
   */
  static List<ConnectionSettings> read(Path path, PropertyValues connection) throws SQLException {
    connection.checkNoKeyBeside("environments");
    return new EnvironmentsFile(JsonFile.read(path), connection).environments();
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
    var texts = properties.read(product, name, members.without(SOURCE));
    if (PropertyValues.KEYS.stream().noneMatch(texts::containsKey)) {
      var key = product.nameOf(API_KEY);
      throw file.problem(
          members.line(),
          "%s has no %s: give it %s%s, %s, %s or demo"
              .formatted(
                  name,
                  product.keys().noun(),
                  key,
                  WrittenProperties.VARIABLE,
                  product.nameOf(API_KEY_FILE),
                  key));
    }
    return settings(product, name, members.line(), texts);
  }

  /** The source that an environment is of. */
  private Product product(Json.Members members, String name) throws SQLException {
    var said = members.members().get(SOURCE);
    if (said == null) {
      return connection.product();
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
    var all = new EnumMap<ConnectionProperty, String>(ConnectionProperty.class);
    all.putAll(connection.sharedWith(product, OF_THE_CONNECTION));
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
}
