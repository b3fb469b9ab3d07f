package io.workosjdbc.planner;

import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Calc;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.metadata.RelMetadataQuery;
import org.apache.calcite.util.ImmutableBitSet;
import org.jspecify.annotations.Nullable;

/**
 * How many rows a plan gives, where Calcite reckons too many: it takes no notice of a join by a
 * unique key, which gives no more rows than the other side has.
 */
final class RowBound {

  private static final int DEEPEST = 20;

  private RowBound() {}

  /** The number of rows; null if nothing is known. */
  static @Nullable Double of(RelNode rel, RelMetadataQuery metadata) {
    var estimate = metadata.getRowCount(rel);
    return estimate == null ? null : Math.min(estimate, bound(rel, metadata, 0));
  }

  private static double bound(RelNode subset, RelMetadataQuery metadata, int depth) {
    var rel = subset.stripped();
    if (depth < DEEPEST) {
      if (rel instanceof Filter || rel instanceof Project || rel instanceof Calc) {
        return Math.min(estimate(rel, metadata), bound(rel.getInput(0), metadata, depth + 1));
      }
      if (rel instanceof Join join) {
        return Math.min(estimate(rel, metadata), ofJoin(join, metadata, depth));
      }
      if (rel instanceof EnumerableBindJoin bound) {
        return Math.min(estimate(rel, metadata), ofJoin(bound.asJoin(), metadata, depth));
      }
    }
    return estimate(rel, metadata);
  }

  private static double ofJoin(Join join, RelMetadataQuery metadata, int depth) {
    var keys = join.analyzeCondition();
    double ofLeft = Double.MAX_VALUE;
    boolean addsNothing =
        !join.getJoinType().generatesNullsOnLeft()
            && isUnique(join.getRight(), keys.rightSet(), metadata);
    if (!join.getJoinType().projectsRight() || addsNothing) {
      ofLeft = bound(join.getLeft(), metadata, depth + 1);
    }
    double ofRight = Double.MAX_VALUE;
    if (!join.getJoinType().isOuterJoin() && isUnique(join.getLeft(), keys.leftSet(), metadata)) {
      ofRight = bound(join.getRight(), metadata, depth + 1);
    }
    return Math.min(ofLeft, ofRight);
  }

  private static boolean isUnique(RelNode side, ImmutableBitSet keys, RelMetadataQuery metadata) {
    return !keys.isEmpty() && Boolean.TRUE.equals(metadata.areColumnsUnique(side, keys));
  }

  private static double estimate(RelNode rel, RelMetadataQuery metadata) {
    var rows = metadata.getRowCount(rel);
    return rows == null ? Double.MAX_VALUE : rows;
  }
}
