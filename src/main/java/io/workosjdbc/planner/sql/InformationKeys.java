package io.workosjdbc.planner.sql;

import io.workosjdbc.planner.sql.Facts.ColumnFact;
import io.workosjdbc.planner.sql.Facts.KeyFact;
import org.jspecify.annotations.Nullable;

/**
 * Keys of {@code information_schema} (ISO 9075-11). Foreign keys are not enforced: the API deletes
 * what others refer to.
 */
final class InformationKeys {

  private InformationKeys() {}

  static ListedTable<KeyFact> constraints(Facts facts) {
    return named(new ListedTable<>(facts.keys()))
        .text("table_catalog", key -> InformationSchema.CATALOG)
        .text("table_schema", key -> key.table().schema())
        .text("table_name", key -> key.table().table())
        .text("constraint_type", key -> key.target().isPresent() ? "FOREIGN KEY" : "PRIMARY KEY")
        .text("is_deferrable", key -> "NO")
        .text("initially_deferred", key -> "NO")
        .text("enforced", key -> key.target().isPresent() ? "NO" : "YES");
  }

  static ListedTable<KeyFact> columns(Facts facts) {
    return named(new ListedTable<>(facts.keys()))
        .text("table_catalog", key -> InformationSchema.CATALOG)
        .text("table_schema", key -> key.table().schema())
        .text("table_name", key -> key.table().table())
        .text("column_name", key -> key.column().column().name())
        .number("ordinal_position", key -> 1)
        .number("position_in_unique_constraint", InformationKeys::position)
        .text("referenced_table_schema", key -> target(key, key.table().schema()))
        .text(
            "referenced_table_name",
            key -> key.target().map(target -> target.in().table()).orElse(null))
        .text(
            "referenced_column_name",
            key -> key.target().map(target -> target.column().name()).orElse(null));
  }

  static ListedTable<KeyFact> references(Facts facts) {
    var foreign = facts.keys().stream().filter(key -> key.target().isPresent()).toList();
    return named(new ListedTable<>(foreign))
        .text("unique_constraint_catalog", key -> InformationSchema.CATALOG)
        .text("unique_constraint_schema", key -> key.table().schema())
        .text(
            "unique_constraint_name",
            key ->
                key.target()
                    .filter(ColumnFact::isKey)
                    .map(target -> InformationSchema.primaryKeyName(target.in().table()))
                    .orElse(null))
        .text("match_option", key -> "NONE")
        .text("update_rule", key -> "NO ACTION")
        .text("delete_rule", key -> "NO ACTION");
  }

  private static ListedTable<KeyFact> named(ListedTable<KeyFact> table) {
    return table
        .text("constraint_catalog", key -> InformationSchema.CATALOG)
        .text("constraint_schema", key -> key.table().schema())
        .text("constraint_name", KeyFact::name);
  }

  private static @Nullable Integer position(KeyFact key) {
    return key.target().isPresent() ? 1 : null;
  }

  private static @Nullable String target(KeyFact key, String value) {
    return key.target().isPresent() ? value : null;
  }
}
