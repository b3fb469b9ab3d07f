package io.workosjdbc.planner.sql;

import io.workosjdbc.planner.sql.Facts.TableFact;

/** Schemas and tables of {@code information_schema} (ISO 9075-11). */
final class InformationTables {

  private InformationTables() {}

  static ListedTable<String> schemata(Facts facts) {
    return new ListedTable<>(facts.schemas())
        .text("catalog_name", schema -> InformationSchema.CATALOG)
        .text("schema_name", schema -> schema)
        .text("schema_owner", schema -> null)
        .text("default_character_set_name", schema -> "UTF8");
  }

  static ListedTable<TableFact> tables(Facts facts) {
    return new ListedTable<>(facts.tables())
        .text("table_catalog", table -> InformationSchema.CATALOG)
        .text("table_schema", TableFact::schema)
        .text("table_name", TableFact::table)
        .text("table_type", table -> "BASE TABLE")
        .text("is_insertable_into", table -> "NO")
        .text("is_typed", table -> "NO")
        .text("commit_action", table -> null)
        .text("remarks", table -> table.resource().description());
  }
}
