package io.workosjdbc.planner.sql;

import com.google.common.primitives.ImmutableDoubleArray;
import java.util.Arrays;
import org.apache.calcite.runtime.CalciteException;

/**
 * Gathers the values of a group for {@code PERCENTILE_CONT} and {@code PERCENTILE_DISC}: 8 bytes
 * for each. Generated code calls the public methods, which is why they are public.
 */
public final class Percentile {

  private final ImmutableDoubleArray.Builder values = ImmutableDoubleArray.builder();
  private double fraction;
  private boolean isOneOfThem;

  private Percentile() {}

  public static Percentile init() {
    return new Percentile();
  }

  /**
   * Adds a value.
   *
   * @param fraction from 0 for the least to 1 for the greatest; the same for the whole group
   * @param isOneOfThem whether the result is to be one of the values; the same for the whole group
   */
  public static Percentile add(
      Percentile group, double value, double fraction, boolean isOneOfThem) {
    if (!(fraction >= 0 && fraction <= 1)) {
      throw new CalciteException("A percentile is from 0 to 1, not " + fraction, null);
    }
    group.values.add(value);
    group.fraction = fraction;
    group.isOneOfThem = isOneOfThem;
    return group;
  }

  /**
   * The first value that has the fraction of all values up to it; else, between the two values next
   * to the fraction, in proportion.
   */
  public static double result(Percentile group) {
    double[] sorted = group.values.build().toArray();
    Arrays.sort(sorted);
    if (group.isOneOfThem) {
      return sorted[Math.max(0, (int) Math.ceil(group.fraction * sorted.length) - 1)];
    }
    double place = group.fraction * (sorted.length - 1);
    int below = (int) Math.floor(place);
    int above = (int) Math.ceil(place);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
