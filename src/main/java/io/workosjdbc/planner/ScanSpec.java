package io.workosjdbc.planner;

import io.workosjdbc.request.Condition;
import io.workosjdbc.request.Operand;
import io.workosjdbc.request.Wish;
import io.workosjdbc.resource.Column;
import io.workosjdbc.resource.Resource;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.calcite.rex.RexNode;

/**
 * What one scan of a table does.
 *
 * @param columns the columns that it gives, as positions in the table
 * @param condition what holds for every row that is needed; its {@link Operand.Slot}s point into
 *     {@code values}
 * @param values expressions that depend on no row: parameters, the current time, columns of an
 *     outer query; evaluated when the scan starts
 * @param guards values that have to be TRUE, by their positions, lest there be no rows: conditions
 *     that depend on no row
 * @param wish the order and number of rows that the query above would like
 */
record ScanSpec(
    Resource resource,
    List<Integer> columns,
    Condition condition,
    List<RexNode> values,
    List<Integer> guards,
    Wish wish) {

  ScanSpec {
    columns = List.copyOf(columns);
    values = List.copyOf(values);
    guards = List.copyOf(guards);
  }

  /** Everything in a table with so many columns. */
  static ScanSpec all(Resource resource, int width) {
    var columns = IntStream.range(0, width).boxed().toList();
    return new ScanSpec(resource, columns, Condition.anything(), List.of(), List.of(), Wish.NONE);
  }

  ScanSpec withColumns(List<Integer> kept) {
    return new ScanSpec(resource, kept, condition, values, guards, wish);
  }

  ScanSpec withCondition(Condition narrower, List<RexNode> itsValues, List<Integer> itsGuards) {
    return new ScanSpec(resource, columns, narrower, itsValues, itsGuards, wish);
  }

  /** The same for so many keys, where a join knows of fewer than were reckoned with. */
  ScanSpec expecting(int keys) {
    return withCondition(condition.expecting(keys), values, guards);
  }

  ScanSpec withWish(Wish stronger) {
    return new ScanSpec(resource, columns, condition, values, guards, stronger);
  }

  /** The columns of the rows, in order. */
  List<Column> projection() {
    return columns.stream().map(each -> Provenance.column(resource, each)).toList();
  }

  Column column(int position) {
    return Provenance.column(resource, columns.get(position));
  }
}
