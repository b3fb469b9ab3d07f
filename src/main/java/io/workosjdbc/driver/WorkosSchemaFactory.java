package io.workosjdbc.driver;

import java.util.Map;
import org.apache.calcite.schema.Schema;
import org.apache.calcite.schema.SchemaFactory;
import org.apache.calcite.schema.SchemaPlus;

/**
 * The WorkOS tables for Calcite's own driver: the {@code factory} of a custom schema in a model.
 * The operands are the connection properties of the driver. What the schema opens is closed with
 * the JVM.
 */
public final class WorkosSchemaFactory implements SchemaFactory {

  @Override
  public Schema create(SchemaPlus parent, String name, Map<String, Object> operand) {
    return SourceSchemas.create(Products.WORKOS, parent, name, operand);
  }
}
