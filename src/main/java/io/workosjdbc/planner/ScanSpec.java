package io.workosjdbc.planner;

import io.workosjdbc.request.Condition;
import io.workosjdbc.request.Operand;
import io.workosjdbc.request.Wish;
import io.workosjdbc.resource.Borders;
import io.workosjdbc.resource.Column;
import io.workosjdbc.resource.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
 * @param counting whether rows that are alike may come once, with their number in one more column
 */
record ScanSpec(
    Resource resource,
    List<Integer> columns,
    Condition condition,
    List<RexNode> values,
    List<Integer> guards,
    Wish wish,
    Optional<Counting> counting) {

  ScanSpec {
    columns = List.copyOf(columns);
    values = List.copyOf(values);
    guards = List.copyOf(guards);
  }

  /** Everything in a table with so many columns. */
  static ScanSpec all(Resource resource, int width) {
    var columns = IntStream.range(0, width).boxed().toList();
    return new ScanSpec(
        resource, columns, Condition.anything(), List.of(), List.of(), Wish.NONE, Optional.empty());
  }

  ScanSpec withColumns(List<Integer> kept) {
    return new ScanSpec(resource, kept, condition, values, guards, wish, counting);
  }

  ScanSpec withCondition(Condition narrower, List<RexNode> itsValues, List<Integer> itsGuards) {
    return new ScanSpec(resource, columns, narrower, itsValues, itsGuards, wish, counting);
  }

  /** The same for so many keys, where a join knows of fewer than were reckoned with. */
  ScanSpec expecting(int keys) {
    return withCondition(condition.expecting(keys), values, guards);
  }

  ScanSpec withWish(Wish stronger) {
    return new ScanSpec(resource, columns, condition, values, guards, stronger, counting);
  }

  /**
   * The same, where rows that are alike may come once.
   *
   * @param itsValues what counting and condition need
   */
  ScanSpec withCounting(Counting how, List<RexNode> itsValues) {
    return new ScanSpec(resource, columns, condition, itsValues, guards, wish, Optional.of(how));
  }

  /** The columns of the rows, in order. */
  List<Column> projection() {
    return projection(Optional.empty());
  }

  /**
   * The columns of the rows, in order.
   *
   * @param borders what rows that come as one must not be told apart by; empty if each is to come
   */
  List<Column> projection(Optional<Borders> borders) {
    var all = new ArrayList<Column>(columns.stream().map(this::columnOfTable).toList());
    counting.ifPresent(how -> all.add(Counting.column(borders)));
    return List.copyOf(all);
  }

  private Column columnOfTable(int position) {
    return Provenance.column(resource, position);
  }

  Column column(int position) {
    return columnOfTable(columns.get(position));
  }
}
