package io.workosjdbc.planner;

import com.google.common.collect.ImmutableMap;
import io.workosjdbc.resource.Source;
import java.util.Map;
import org.apache.calcite.schema.Table;
import org.apache.calcite.schema.impl.AbstractSchema;

/** The tables of a source as a schema of Calcite's. */
public final class SourceSchema extends AbstractSchema {

  private final Map<String, Table> tables;

  public SourceSchema(Source source, ScanContext context) {
    var map = ImmutableMap.<String, Table>builder();
    source
        .resources()
        .forEach(resource -> map.put(resource.table(), new ResourceTable(resource, context)));
    tables = map.build();
  }

  @Override
  protected Map<String, Table> getTableMap() {
    return tables;
  }
}
