package io.workosjdbc.planner;

import com.google.common.collect.ImmutableMap;
import io.workosjdbc.resource.Column;
import io.workosjdbc.resource.Source;
import java.util.List;
import java.util.Map;
import org.apache.calcite.schema.Table;
import org.apache.calcite.schema.impl.AbstractSchema;

/**
 * The tables of several environments of one source as one schema: each table has the rows of all of
 * them, and first a column that names the environment.
 */
public final class EnvironmentsSchema extends AbstractSchema {

  /** The first column of every table. */
  static final Column COLUMN = Column.text("_environment", "The environment that the row is of.");

  private final Map<String, Table> tables;

  /**
   * An environment.
   *
   * @param name the value of the column, and the name of its own schema
   */
  public record Environment(String name, ScanContext context) {}

  /**
   * @param environments one or more
   */
  public EnvironmentsSchema(Source source, List<Environment> environments) {
    var map = ImmutableMap.<String, Table>builder();
    source
        .resources()
        .forEach(
            resource -> map.put(resource.table(), new EnvironmentsTable(resource, environments)));
    tables = map.build();
  }

  /** What is declared of the tables of such a schema. */
  public static Source declared(Source source) {
    return new Source(
        source.name(),
        source.resources().stream().map(resource -> resource.within(COLUMN)).toList());
  }

  @Override
  protected Map<String, Table> getTableMap() {
    return tables;
  }
}
