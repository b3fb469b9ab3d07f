package io.workosjdbc.driver;

import io.workosjdbc.planner.SqlViews;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.calcite.schema.Schema;
import org.apache.calcite.schema.SchemaFactory;
import org.apache.calcite.schema.SchemaPlus;

/**
 * The views of schema identity for Calcite's own driver: the {@code factory} of a custom schema in
 * a model. Operands {@code workos} and {@code okta} name the schemas of the model that have the
 * tables; without them, those are called so.
 */
public final class IdentitySchemaFactory implements SchemaFactory {

  @Override
  public Schema create(SchemaPlus parent, String name, Map<String, Object> operand) {
    var schemas =
        Products.ALL.stream()
            .collect(
                Collectors.toMap(
                    product -> product,
                    product ->
                        Objects.toString(
                            operand.get(product.source().name()), product.source().name())));
    return SqlViews.of(Identity.views(schemas), name);
  }
}
