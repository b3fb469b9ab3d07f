package io.workosjdbc.driver;

import io.workosjdbc.planner.SqlViews;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.calcite.model.ModelHandler;
import org.apache.calcite.schema.Schema;
import org.apache.calcite.schema.SchemaPlus;

/** Schemas in models of Calcite's own driver. What they open is closed with the JVM. */
final class SourceSchemas {

  /** Operands that Calcite adds to those of the model. */
  private static final Set<String> CALCITES_OWN =
      Arrays.stream(ModelHandler.ExtraOperand.values())
          .map(operand -> operand.camelName)
          .collect(Collectors.toUnmodifiableSet());

  private static final SchemaSource SCHEMAS = new LiveSchemas();

  private SourceSchemas() {}

  /**
   * The tables of a source; a schema of its views is added beside it.
   *
   * @param operand connection properties
   */
  static Schema create(
      Product product, SchemaPlus parent, String name, Map<String, Object> operand) {
    var info = new Properties();
    operand.forEach(
        (property, value) -> {
          if (!CALCITES_OWN.contains(property)) {
            info.setProperty(property, value.toString());
          }
        });
    try {
      var url = ConnectionUrl.parse(product.prefix());
      var values =
          PropertyValues.of(url, info, variable -> Optional.ofNullable(System.getenv(variable)));
      var attached =
          SCHEMAS.open(ConnectionSettings.of(url, values).overAll(name)).schemas().get(0);
      attached.declared().ifPresent(source -> SqlViews.addTo(parent, name, source));
      return attached.schema();
    } catch (SQLException e) {
      throw new IllegalArgumentException("Schema " + name + ": " + e.getMessage(), e);
    }
  }
}
