package io.workosjdbc.planner;

import io.workosjdbc.request.Direction;
import io.workosjdbc.resource.Paging;
import java.util.Optional;
import org.apache.calcite.rel.RelCollation;
import org.apache.calcite.rel.RelCollations;
import org.apache.calcite.rel.RelFieldCollation;
import org.apache.calcite.rel.RelFieldCollation.NullDirection;

/** Translates between a sort of Calcite's and the direction in which a list can be read. */
final class SortOrder {

  private SortOrder() {}

  /** The direction that gives this sort, if it is by the list's sort column alone. */
  static Optional<Direction> of(ScanSpec spec, RelCollation collation) {
    if (collation.getFieldCollations().size() != 1) {
      return Optional.empty();
    }
    var field = collation.getFieldCollations().get(0);
    var column = spec.column(field.getFieldIndex()).name();
    return sortColumn(spec)
        .filter(sorted -> sorted.equals(column))
        .flatMap(name -> direction(field));
  }

  private static Optional<String> sortColumn(ScanSpec spec) {
    return spec.resource().listing().paging().order().map(Paging.Order::column);
  }

  /** Where in the scan's rows the list's sort column lies; negative when it does not. */
  static int position(ScanSpec spec) {
    return sortColumn(spec)
        .map(spec.resource()::required)
        .map(spec.projection()::indexOf)
        .orElse(-1);
  }

  /** Rows without a value come last in ascending and first in descending order, as in SQL here. */
  private static Optional<Direction> direction(RelFieldCollation field) {
    if (field.direction == RelFieldCollation.Direction.ASCENDING
        && field.nullDirection == NullDirection.LAST) {
      return Optional.of(Direction.ASCENDING);
    }
    if (field.direction == RelFieldCollation.Direction.DESCENDING
        && field.nullDirection == NullDirection.FIRST) {
      return Optional.of(Direction.DESCENDING);
    }
    return Optional.empty();
  }

  /** The trait of a scan that is read in this direction; empty when it does not give the column. */
  static RelCollation collation(ScanSpec spec, Direction direction) {
    int position = position(spec);
    if (position < 0) {
      return RelCollations.EMPTY;
    }
    return RelCollations.of(
        switch (direction) {
          case ASCENDING ->
              new RelFieldCollation(
                  position, RelFieldCollation.Direction.ASCENDING, NullDirection.LAST);
          case DESCENDING ->
              new RelFieldCollation(
                  position, RelFieldCollation.Direction.DESCENDING, NullDirection.FIRST);
        });
  }
}
