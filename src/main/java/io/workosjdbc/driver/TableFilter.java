package io.workosjdbc.driver;

import io.workosjdbc.planner.TableDescription;
import org.jspecify.annotations.Nullable;

/** Which tables a question to the metadata is about. There are no catalogs. */
record TableFilter(@Nullable String catalog, NamePattern schema, NamePattern table) {
  static TableFilter like(
      @Nullable String catalog, @Nullable String schema, @Nullable String table) {
    return new TableFilter(catalog, NamePattern.like(schema), NamePattern.like(table));
  }

  static TableFilter exactly(
      @Nullable String catalog, @Nullable String schema, @Nullable String table) {
    return new TableFilter(catalog, NamePattern.exactly(schema), NamePattern.exactly(table));
  }

  boolean matches(TableDescription description) {
    return matchesSchema(description.schema()) && table.matches(description.name());
  }

  boolean matchesSchema(String name) {
    boolean noCatalog = catalog == null || catalog.isEmpty() || catalog.equals("%");
    return noCatalog && schema.matches(name);
  }
}
