package io.workosjdbc.planner.sql;

import io.workosjdbc.planner.sql.Facts.ViewFact;
import java.util.stream.Stream;

/** Schemas, tables and views of {@code information_schema} (ISO 9075-11). */
final class InformationTables {

  private InformationTables() {}

  private record TableOrView(String schema, String name, String type, String remarks) {}

  static ListedTable<String> schemata(Facts facts) {
    return new ListedTable<>(facts.schemas())
        .text("catalog_name", schema -> InformationSchema.CATALOG)
        .text("schema_name", schema -> schema)
        .text("schema_owner", schema -> null)
        .text("default_character_set_name", schema -> "UTF8");
  }

  static ListedTable<?> tables(Facts facts) {
    var tables =
        facts.tables().stream()
            .map(
                table ->
                    new TableOrView(
                        table.schema(),
                        table.table(),
                        "BASE TABLE",
                        table.resource().description()));
    var views =
        facts.views().stream()
            .map(
                view ->
                    new TableOrView(
                        view.schema(), view.view().name(), "VIEW", view.view().description()));
    return new ListedTable<>(Stream.concat(tables, views).toList())
        .text("table_catalog", table -> InformationSchema.CATALOG)
        .text("table_schema", TableOrView::schema)
        .text("table_name", TableOrView::name)
        .text("table_type", TableOrView::type)
        .text("is_insertable_into", table -> "NO")
        .text("is_typed", table -> "NO")
        .text("commit_action", table -> null)
        .text("remarks", TableOrView::remarks);
  }

  static ListedTable<ViewFact> views(Facts facts) {
    return new ListedTable<>(facts.views())
        .text("table_catalog", view -> InformationSchema.CATALOG)
        .text("table_schema", ViewFact::schema)
        .text("table_name", view -> view.view().name())
        .text("view_definition", view -> view.view().sql())
        .text("check_option", view -> "NONE")
        .text("is_updatable", view -> "NO")
        .text("is_insertable_into", view -> "NO");
  }
}
