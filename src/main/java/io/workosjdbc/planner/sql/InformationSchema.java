package io.workosjdbc.planner.sql;

import com.google.common.collect.ImmutableMap;
import io.workosjdbc.resource.Source;
import java.util.Map;
import org.apache.calcite.schema.Table;
import org.apache.calcite.schema.impl.AbstractSchema;

/**
 * The SQL standard's {@code information_schema} over the declared tables and views, with remarks
 * and, in {@code columns}, each column's part in keys. It is answered from the declarations: no
 * request is sent.
 */
public final class InformationSchema extends AbstractSchema {

  /** The name under which the schema has to be added. */
  public static final String NAME = "information_schema";

  /** What stands for a catalog where the standard wants one; JDBC is told that there are none. */
  static final String CATALOG = "workos";

  private final Map<String, Table> tables;

  /**
   * @param sources the sources by the names of their schemas
   */
  public InformationSchema(Map<String, Source> sources) {
    var facts = new Facts(sources);
    tables =
        ImmutableMap.<String, Table>builder()
            .put("schemata", InformationTables.schemata(facts))
            .put("tables", InformationTables.tables(facts))
            .put("views", InformationTables.views(facts))
            .put("columns", InformationColumns.columns(facts))
            .put("table_constraints", InformationKeys.constraints(facts))
            .put("key_column_usage", InformationKeys.columns(facts))
            .put("referential_constraints", InformationKeys.references(facts))
            .buildOrThrow();
  }

  @Override
  protected Map<String, Table> getTableMap() {
    return tables;
  }

  /** The name of a table's primary key. */
  public static String primaryKeyName(String table) {
    return table + "_pkey";
  }

  /** The name of the foreign key that a column is. */
  public static String foreignKeyName(String table, String column) {
    return table + "_" + column + "_fkey";
  }
}
