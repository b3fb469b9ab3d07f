package io.workosjdbc.driver;

import io.workosjdbc.workos.WorkOs;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.calcite.schema.Schema;
import org.apache.calcite.schema.SchemaFactory;
import org.apache.calcite.schema.SchemaPlus;

/**
 * The WorkOS tables for Calcite's own driver: the {@code factory} of a custom schema in a model.
 * The operands are the connection properties of the driver. What the schema opens is closed with
 * the JVM.
 */
public final class WorkosSchemaFactory implements SchemaFactory {

  private static final SchemaSource SCHEMAS = new LiveSchemas(WorkOs.SOURCE);

  @Override
  public Schema create(SchemaPlus parent, String name, Map<String, Object> operand) {
    var info = new Properties();
    operand.forEach((property, value) -> info.setProperty(property, value.toString()));
    try {
      var url = ConnectionUrl.parse(ConnectionUrl.PREFIX);
      var values =
          PropertyValues.of(url, info, variable -> Optional.ofNullable(System.getenv(variable)));
      return SCHEMAS.open(ConnectionSettings.of(url, values)).schemas().get(0).schema();
    } catch (SQLException e) {
      throw new IllegalArgumentException("Schema " + name + ": " + e.getMessage(), e);
    }
  }
}
