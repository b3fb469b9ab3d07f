package io.workosjdbc.planner;

import com.google.common.collect.ImmutableMap;
import io.workosjdbc.resource.Source;
import io.workosjdbc.resource.View;
import java.util.List;
import java.util.Map;
import org.apache.calcite.schema.Schema;
import org.apache.calcite.schema.SchemaPlus;
import org.apache.calcite.schema.Table;
import org.apache.calcite.schema.impl.AbstractSchema;

/** The views of a source as a schema of Calcite's, beside that of its tables. */
public final class SqlViews extends AbstractSchema {

  private final Map<String, Table> views;

  private SqlViews(List<View> views, List<String> tables) {
    var map = ImmutableMap.<String, Table>builder();
    views.forEach(view -> map.put(view.name(), new SqlView(view, tables)));
    this.views = map.buildOrThrow();
  }

  /**
   * Views that name the schemas of the tables that they are about, or each other.
   *
   * @param schema the name under which this will be added
   */
  public static Schema of(List<View> views, String schema) {
    return new SqlViews(views, List.of(schema));
  }

  /**
   * Adds the schema of a source's views, if it has any and nothing else is called so.
   *
   * @param parent holds, or will hold, the schema of the tables
   * @param tables the name of that schema
   */
  public static void addTo(SchemaPlus parent, String tables, Source source) {
    var name = source.schemaOfViews(tables);
    if (!source.views().isEmpty() && parent.subSchemas().get(name) == null) {
      parent.add(name, new SqlViews(source.views(), List.of(tables)));
    }
  }

  @Override
  protected Map<String, Table> getTableMap() {
    return views;
  }
}
