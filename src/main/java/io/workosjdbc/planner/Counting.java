package io.workosjdbc.planner;

import io.workosjdbc.resource.Borders;
import io.workosjdbc.resource.Column;
import io.workosjdbc.resource.ColumnType;
import io.workosjdbc.resource.Extraction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.sql.type.SqlTypeName;
import org.jspecify.annotations.Nullable;

/**
 * Gives the rows of a scan with their number: those that the statement does not tell apart may come
 * once.
 *
 * @param instants timestamps that it compares the list's time with, as positions among the values
 *     of the scan
 * @param step that it rounds the time to; zero if it does not
 */
record Counting(List<Integer> instants, Duration step) {

  private static final String NAME = "_count";

  Counting {
    instants = List.copyOf(instants);
  }

  /**
   * The column of the number, after all others.
   *
   * @param borders empty if each row is to come, with 1
   */
  static Column column(Optional<Borders> borders) {
    return new Column(
        NAME,
        ColumnType.INTEGER,
        "How many objects the row stands for.",
        new Extraction.Count(borders),
        Optional.empty());
  }

  /** The type of rows with that column. */
  static RelDataType row(RelDataType without, RelDataTypeFactory types) {
    return types
        .builder()
        .addAll(without.getFieldList())
        .add(NAME, types.createSqlType(SqlTypeName.BIGINT))
        .build();
  }

  /**
   * What tells rows apart.
   *
   * @param computed the values of the scan; with NULL nothing is compared
   */
  Borders borders(@Nullable Object[] computed) {
    return new Borders(
        instants.stream()
            .map(at -> computed[at])
            .filter(Long.class::isInstance)
            .map(millis -> Instant.ofEpochMilli((Long) millis))
            .toList(),
        step);
  }
}
