package io.workosjdbc.planner;

import io.workosjdbc.resource.Column;
import io.workosjdbc.resource.ColumnType;
import io.workosjdbc.resource.Extraction.Provenance.Fact;
import io.workosjdbc.resource.Resource;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Columns that every table has at its end, and that tell where a row comes from. They are there for
 * a statement that names one of them, and for connections that want to see them. Elsewhere no table
 * has them, so that {@code select *}, natural joins and tools do not meet them.
 */
final class Provenance {

  static final List<Column> COLUMNS =
      List.of(
          column(
              "_fetched_at",
              ColumnType.TIMESTAMP,
              "When the API was asked for the row (UTC).",
              Fact.FETCHED_AT),
          column(
              "_from_cache",
              ColumnType.BOOLEAN,
              "Whether the row was in the cache before the statement.",
              Fact.FROM_CACHE),
          column(
              "_request_id",
              ColumnType.TEXT,
              "The API's identifier of the answer that the row came in.",
              Fact.REQUEST_ID));

  private static final Pattern NAMES =
      Pattern.compile("\\b_(?:fetched_at|from_cache|request_id)\\b", Pattern.CASE_INSENSITIVE);

  private static final ThreadLocal<Boolean> NAMED = ThreadLocal.withInitial(() -> false);

  private Provenance() {}

  private static Column column(String name, ColumnType type, String description, Fact fact) {
    var taken = new io.workosjdbc.resource.Extraction.Provenance(fact);
    return new Column(name, type, description, taken, Optional.empty());
  }

  /** Whether a statement may name one of them. */
  static boolean isNamedIn(String sql) {
    return NAMES.matcher(sql).find();
  }

  /** Something that is prepared. */
  interface Preparing<T> {
    T run();
  }

  /** Prepares a statement in this thread that names one of them, or none. */
  static <T> T during(boolean isNamed, Preparing<T> preparing) {
    boolean before = NAMED.get();
    NAMED.set(isNamed);
    try {
      return preparing.run();
    } finally {
      NAMED.set(before);
    }
  }

  /** The columns that a table has, in the statement that this thread is preparing. */
  static List<Column> columns(Resource resource, ScanContext context) {
    return context.showsProvenance() || NAMED.get()
        ? Stream.concat(resource.columns().stream(), COLUMNS.stream()).toList()
        : resource.columns();
  }

  /** The column at a position in {@link #columns}. */
  static Column column(Resource resource, int position) {
    int declared = resource.columns().size();
    return position < declared
        ? resource.columns().get(position)
        : COLUMNS.get(position - declared);
  }

  /** The column of this name, if it is one of them. */
  static Optional<Column> named(String name) {
    return COLUMNS.stream().filter(column -> column.name().equals(name)).findFirst();
  }
}
