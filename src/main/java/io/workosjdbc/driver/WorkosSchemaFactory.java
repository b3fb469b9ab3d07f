package io.workosjdbc.driver;

import io.workosjdbc.planner.SqlViews;
import io.workosjdbc.workos.WorkOs;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.calcite.model.ModelHandler;
import org.apache.calcite.schema.Schema;
import org.apache.calcite.schema.SchemaFactory;
import org.apache.calcite.schema.SchemaPlus;

/**
 * The WorkOS tables for Calcite's own driver: the {@code factory} of a custom schema in a model.
 * Beside it, it makes the schema of their views ({@link SqlViews}). The operands are the connection
 * properties of the driver. What the schema opens is closed with the JVM.
 */
public final class WorkosSchemaFactory implements SchemaFactory {

  /** Operands that Calcite adds to those of the model. */
  private static final Set<String> CALCITES_OWN =
      Arrays.stream(ModelHandler.ExtraOperand.values())
          .map(operand -> operand.camelName)
          .collect(Collectors.toUnmodifiableSet());

  private static final SchemaSource SCHEMAS = new LiveSchemas(WorkOs.SOURCE);

  @Override
  public Schema create(SchemaPlus parent, String name, Map<String, Object> operand) {
    var info = new Properties();
    operand.forEach(
        (property, value) -> {
          if (!CALCITES_OWN.contains(property)) {
            info.setProperty(property, value.toString());
          }
        });
    try {
      var url = ConnectionUrl.parse(ConnectionUrl.PREFIX);
      var values =
          PropertyValues.of(url, info, variable -> Optional.ofNullable(System.getenv(variable)));
      var attached = SCHEMAS.open(ConnectionSettings.of(url, values)).schemas().get(0);
      attached.declared().ifPresent(source -> SqlViews.addTo(parent, name, source));
      return attached.schema();
    } catch (SQLException e) {
      throw new IllegalArgumentException("Schema " + name + ": " + e.getMessage(), e);
    }
  }
}
