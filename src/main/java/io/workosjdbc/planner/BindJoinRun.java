package io.workosjdbc.planner;

import java.util.List;
import org.apache.calcite.linq4j.AbstractEnumerable;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.Enumerator;
import org.apache.calcite.linq4j.function.Function1;
import org.apache.calcite.rel.core.JoinRelType;
import org.jspecify.annotations.Nullable;

/**
 * A bind join at run time. Public because generated code calls it.
 *
 * @param type INNER, LEFT, SEMI or ANTI
 * @param leftKeys positions of the join's keys in a left row
 * @param rightKeys positions of the join's keys in a right row, in the same order
 * @param nullSafe which of the keys equal each other also when both are NULL
 * @param bound position in a left row of the key that becomes a condition
 * @param rightColumns how many columns a right row has
 */
public record BindJoinRun(
    JoinRelType type,
    List<Integer> leftKeys,
    List<Integer> rightKeys,
    List<Boolean> nullSafe,
    int bound,
    int rightColumns,
    RowFormat format) {

  public BindJoinRun {
    leftKeys = List.copyOf(leftKeys);
    rightKeys = List.copyOf(rightKeys);
    nullSafe = List.copyOf(nullSafe);
  }

  /** The joined rows; the right side is a function of a row that holds one batch's keys. */
  public Enumerable<@Nullable Object> rows(
      Enumerable<@Nullable Object[]> left,
      Function1<Object[], Enumerable<@Nullable Object[]>> right) {
    var join = this;
    return new AbstractEnumerable<>() {
      @Override
      public Enumerator<@Nullable Object> enumerator() {
        return new BindJoinRows(join, left.enumerator(), right);
      }
    };
  }

  boolean givesRight() {
    return type.projectsRight();
  }
}
