package io.workosjdbc.driver;

import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The value of each connection property, after defaults, environment variables, the {@link
 * Properties} of the caller and the URL, each overriding what comes before it. (The URL wins over
 * Properties as in pgjdbc.) An alias counts only where its property's own name is absent.
 */
final class PropertyValues {
  /**
   * What tools put into Properties by themselves, in lower case; accepted and not used. {@code
   * user} may stand in the URL, too.
   */
  static final Set<String> IGNORED = Set.of("user", "applicationname", "logintimeout");

  /** What one signs in with. */
  static final List<ConnectionProperty> KEYS =
      List.of(ConnectionProperty.API_KEY, ConnectionProperty.API_KEY_FILE, ConnectionProperty.DEMO);

  /** What is of use to no other source. */
  private static final Set<ConnectionProperty> OF_A_SOURCE =
      Set.of(ConnectionProperty.BASE_URL, ConnectionProperty.ARRAY_STYLE);

  private final Product product;
  private final Map<ConnectionProperty, String> given;
  private final Map<ConnectionProperty, Object> values;
  private final Function<String, Optional<String>> environment;

  private PropertyValues(
      Product product,
      Map<ConnectionProperty, String> given,
      Map<ConnectionProperty, Object> values,
      Function<String, Optional<String>> environment) {
    this.product = product;
    this.given = given;
    this.values = values;
    this.environment = environment;
  }

  /**
   * Resolves all properties.
   *
   * @param environment what an environment variable holds
   */
  static PropertyValues of(
      ConnectionUrl url, Properties info, Function<String, Optional<String>> environment)
      throws SQLException {
    Map<ConnectionProperty, String> given = new EnumMap<>(ConnectionProperty.class);
    given.putAll(named(url.product(), texts(info)));
    given.putAll(named(url.product(), url.properties()));
    return of(url.product(), given, environment);
  }

  /** Resolves all properties, of which these are given. */
  static PropertyValues of(
      Product product,
      Map<ConnectionProperty, String> given,
      Function<String, Optional<String>> environment)
      throws SQLException {
    Map<ConnectionProperty, Object> values = new EnumMap<>(ConnectionProperty.class);
    for (ConnectionProperty property : ConnectionProperty.values()) {
      PropertySpec spec = product.spec(property).orElseGet(property::spec);
      Optional<String> text =
          Optional.ofNullable(given.get(property))
              .or(() -> spec.environmentVariable().flatMap(environment))
              .or(spec::defaultText);
      if (text.isPresent()) {
        values.put(property, read(spec, text.get()));
      }
    }
    return new PropertyValues(product, given, values, environment);
  }

  /** The source whose properties they are. */
  Product product() {
    return product;
  }

  /** The texts given in the URL or Properties, without defaults and environment variables. */
  Map<ConnectionProperty, String> given() {
    return given;
  }

  /** Refuses a key of the connection where a file says which environment has which. */
  void checkNoKeyBeside(String file) throws SQLException {
    for (ConnectionProperty property : KEYS) {
      if (isGiven(property)) {
        throw SqlState.BAD_VALUE.error(
            "Property "
                + product.nameOf(property)
                + " is given beside "
                + file
                + "; each environment has its own in the file");
      }
    }
  }

  /**
   * What was given to a connection and holds for all that a file names.
   *
   * @param other the source of which it is
   * @param except what belongs to the connection as a whole
   */
  Map<ConnectionProperty, String> sharedWith(Product other, Set<ConnectionProperty> except) {
    Map<ConnectionProperty, String> shared = new EnumMap<>(ConnectionProperty.class);
    shared.putAll(given);
    shared.keySet().removeAll(except);
    if (!other.equals(product)) {
      shared.keySet().removeAll(OF_A_SOURCE);
    }
    return shared;
  }

  /** What an environment variable holds. */
  Optional<String> variable(String name) {
    return environment.apply(name);
  }

  boolean isGiven(ConnectionProperty property) {
    return given.containsKey(property);
  }

  /** The value of a property that has a default. */
  <T> T get(ConnectionProperty property, Class<T> type) {
    return find(property, type).orElseThrow();
  }

  <T> Optional<T> find(ConnectionProperty property, Class<T> type) {
    return Optional.ofNullable(values.get(property)).map(type::cast);
  }

  /** All entries as text, those of nested defaults included. */
  static Map<String, String> texts(Properties info) {
    Map<String, String> texts = new TreeMap<>();
    info.stringPropertyNames().forEach(name -> texts.put(name, info.getProperty(name)));
    info.forEach((name, value) -> texts.putIfAbsent(name.toString(), value.toString()));
    return texts;
  }

  /** Finds the properties by name; a blank password is what tools send when nothing was typed. */
  private static Map<ConnectionProperty, String> named(Product product, Map<String, String> texts)
      throws SQLException {
    Map<ConnectionProperty, String> found = new EnumMap<>(ConnectionProperty.class);
    for (Map.Entry<String, String> entry : texts.entrySet()) {
      String name = entry.getKey();
      if (IGNORED.contains(name.toLowerCase(Locale.ROOT))) {
        continue;
      }
      ConnectionProperty property = product.named(name).orElseThrow(() -> unknown(product, name));
      boolean ownName = product.nameOf(property).equalsIgnoreCase(name);
      if (ownName) {
        found.put(property, entry.getValue());
      } else if (!entry.getValue().isBlank()) {
        found.putIfAbsent(property, entry.getValue());
      }
    }
    return found;
  }

  private static Object read(PropertySpec spec, String text) throws SQLException {
    return spec.type()
        .read(text.trim())
        .orElseThrow(
            () ->
                SqlState.BAD_VALUE.error(
                    "Property "
                        + spec.name()
                        + (spec.secret() || text.contains("@") ? "" : " = '" + text + "'")
                        + " is malformed; expected "
                        + spec.type().expected()));
  }

  private static SQLException unknown(Product product, String name) {
    String shown = name.contains("sk_") ? "***" : name;
    String suggestion =
        Spelling.nearest(shown, product.propertyNames())
            .map(near -> " (did you mean " + near + "?)")
            .orElse("");
    return SqlState.BAD_VALUE.error(
        "Unknown property "
            + shown
            + suggestion
            + "; valid are "
            + String.join(", ", product.propertyNames()));
  }
}
