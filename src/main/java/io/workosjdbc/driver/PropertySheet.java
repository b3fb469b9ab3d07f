package io.workosjdbc.driver;

import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.Arrays;
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
  static DriverPropertyInfo[] of(@Nullable String url, @Nullable Properties info)
      throws SQLException {
    Map<ConnectionProperty, String> current = new EnumMap<>(ConnectionProperty.class);
    if (info != null) {
      put(current, PropertyValues.texts(info));
    }
    if (url != null && ConnectionUrl.accepts(url)) {
      put(current, ConnectionUrl.parse(url).properties());
    }
    return Arrays.stream(ConnectionProperty.values())
        .map(property -> entry(property, current))
        .toArray(DriverPropertyInfo[]::new);
  }

  private static void put(Map<ConnectionProperty, String> current, Map<String, String> texts) {
    texts.forEach(
        (name, value) ->
            ConnectionProperty.named(name).ifPresent(property -> current.put(property, value)));
  }

  private static DriverPropertyInfo entry(
      ConnectionProperty property, Map<ConnectionProperty, String> current) {
    PropertySpec spec = property.spec();
    String value =
        spec.secret() ? null : current.getOrDefault(property, spec.defaultText().orElse(null));
    DriverPropertyInfo entry = new DriverPropertyInfo(spec.name(), value);
    entry.description = spec.description();
    entry.required = spec.required() && !replaced(current);
    entry.choices =
        spec.type().choices().isEmpty() ? null : spec.type().choices().toArray(String[]::new);
    return entry;
  }

  /** Whether something else makes the API key unnecessary. */
  private static boolean replaced(Map<ConnectionProperty, String> current) {
    return current.containsKey(ConnectionProperty.API_KEY)
        || current.containsKey(ConnectionProperty.API_KEY_FILE)
        || "true".equalsIgnoreCase(current.get(ConnectionProperty.DEMO));
  }
}
