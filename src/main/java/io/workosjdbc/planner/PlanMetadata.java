package io.workosjdbc.planner;

import com.google.common.collect.ImmutableList;
import org.apache.calcite.adapter.enumerable.EnumerableConvention;
import org.apache.calcite.plan.RelOptPredicateList;
import org.apache.calcite.rel.RelCollation;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.metadata.CyclicMetadataException;
import org.apache.calcite.rel.metadata.RelMetadataQuery;
import org.jspecify.annotations.Nullable;

/**
 * What is known of parts of a plan. Calcite's own fails where a part turns out to be equal to what
 * it is made of, or compares with NULL; nothing is known then, which is always true.
 */
final class PlanMetadata extends RelMetadataQuery {

  /** What Calcite takes for the rows of a table of which nothing is known. */
  private static final double SOME_ROWS = 100;

  @Override
  public @Nullable Double getRowCount(RelNode rel) {
    try {
      return super.getRowCount(rel);
    } catch (CyclicMetadataException e) {
      return SOME_ROWS;
    }
  }

  @Override
  public RelOptPredicateList getPulledUpPredicates(RelNode rel) {
    try {
      return super.getPulledUpPredicates(rel);
    } catch (CyclicMetadataException e) {
      return RelOptPredicateList.EMPTY;
    } catch (AssertionError e) {
      if (String.valueOf(e.getMessage()).contains("NULL in pulledUpPredicates")) {
        return RelOptPredicateList.EMPTY;
      }
      throw e;
    }
  }

  /**
   * Also the order in which a part of a plan that can be executed promises its rows; Calcite looks
   * only at parts of its own. What cannot be executed yet may promise an order of other columns.
   */
  @Override
  public @Nullable ImmutableList<RelCollation> collations(RelNode rel) {
    var known = super.collations(rel);
    return rel.getConvention() == EnumerableConvention.INSTANCE
            && (known == null || known.isEmpty())
        ? ImmutableList.copyOf(rel.getTraitSet().getCollations())
        : known;
  }
}
