package io.workosjdbc.planner;

import java.util.stream.Stream;
import org.apache.calcite.rel.RelFieldCollation;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.core.SetOp;
import org.apache.calcite.rel.core.Sort;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.tools.Program;

/**
 * Refuses a finished plan that tells values apart or sorts by them which are rows, such as {@code
 * COUNT(DISTINCT (a, b))}: in Calcite's code no such value equals another.
 */
final class RowKeys {
  static final Program INSTANCE =
      (planner, rel, traits, materializations, lattices) -> {
        check(rel);
        return rel;
      };

  private RowKeys() {}

  private static void check(RelNode node) {
    if (columns(node).anyMatch(i -> isRow(node.getInput(0), i))) {
      throw new NoPlanException(
          "A row such as (a, b) cannot be told from others by DISTINCT, ORDER BY, MIN, MAX, joins"
              + " and set operations: select its columns one by one");
    }
    node.getInputs().forEach(RowKeys::check);
  }

  /** Of the first input, those whose values are compared. */
  private static Stream<Integer> columns(RelNode node) {
    if (node instanceof Aggregate aggregate) {
      return Stream.concat(
          aggregate.getGroupSet().asList().stream(),
          aggregate.getAggCallList().stream()
              .filter(RowKeys::compares)
              .flatMap(call -> call.getArgList().stream()));
    }
    if (node instanceof Sort sort) {
      return sort.getCollation().getFieldCollations().stream()
          .map(RelFieldCollation::getFieldIndex);
    }
    if (node instanceof Join join) {
      return join.analyzeCondition().leftKeys.stream();
    }
    return node instanceof SetOp operation && !operation.all
        ? Stream.iterate(0, i -> i + 1).limit(node.getRowType().getFieldCount())
        : Stream.empty();
  }

  private static boolean compares(AggregateCall call) {
    var kind = call.getAggregation().getKind();
    return call.isDistinct() || kind == SqlKind.MIN || kind == SqlKind.MAX;
  }

  private static boolean isRow(RelNode input, int column) {
    return input.getRowType().getFieldList().get(column).getType().isStruct();
  }
}
