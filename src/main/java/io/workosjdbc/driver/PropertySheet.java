package io.workosjdbc.driver;

import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** The properties as a connection dialog shows them. Secrets are asked for and never shown. */
final class PropertySheet {
  private PropertySheet() {}

  /**
   * One entry per property, with its current value; unknown names are left for connect to refuse.
   */
  static DriverPropertyInfo[] of(Product product, @Nullable String url, @Nullable Properties info)
      throws SQLException {
    Map<ConnectionProperty, String> current = new EnumMap<>(ConnectionProperty.class);
    if (info != null) {
      put(product, current, PropertyValues.texts(info));
    }
    if (url != null && product.accepts(url)) {
      put(product, current, ConnectionUrl.parse(url).properties());
    }
    return product.properties().stream()
        .map(property -> entry(product, property, current))
        .toArray(DriverPropertyInfo[]::new);
  }

  private static void put(
      Product product, Map<ConnectionProperty, String> current, Map<String, String> texts) {
    texts.forEach(
        (name, value) -> product.named(name).ifPresent(property -> current.put(property, value)));
  }

  private static DriverPropertyInfo entry(
      Product product, ConnectionProperty property, Map<ConnectionProperty, String> current) {
    PropertySpec spec = product.spec(property).orElseThrow();
    String value =
        spec.secret() ? null : current.getOrDefault(property, spec.defaultText().orElse(null));
    DriverPropertyInfo entry = new DriverPropertyInfo(spec.name(), value);
    entry.description = spec.description();
    entry.required =
        spec.required() && !current.containsKey(property) && !replaced(property, current);
    entry.choices =
        spec.type().choices().isEmpty() ? null : spec.type().choices().toArray(String[]::new);
    return entry;
  }

  /** Whether something else makes a property unnecessary. */
  private static boolean replaced(
      ConnectionProperty property, Map<ConnectionProperty, String> current) {
    return (property == ConnectionProperty.API_KEY
            && current.containsKey(ConnectionProperty.API_KEY_FILE))
        || "true".equalsIgnoreCase(current.get(ConnectionProperty.DEMO));
  }
}
