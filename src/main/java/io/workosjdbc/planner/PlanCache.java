package io.workosjdbc.planner;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.jdbc.CalcitePrepare.CalciteSignature;
import org.apache.calcite.jdbc.CalcitePrepare.Context;

/**
 * The plans of one connection's statements, by their text, so that a text that comes again is not
 * planned again. A plan holds no values and no rows; it is forgotten after a while, because what is
 * known of the sizes of lists changes. Thread-safe.
 */
public final class PlanCache {

  private static final int MOST = 200;
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private final Cache<Key, CalciteSignature<?>> plans =
      CacheBuilder.newBuilder().maximumSize(MOST).expireAfterWrite(LONGEST).build();

  /** What a plan depends on. */
  record Key(String sql, List<String> schemaPath, Type elementType, long maxRows) {
    static Key of(Context context, String sql, Type elementType, long maxRows) {
      return new Key(sql, context.getDefaultSchemaPath(), elementType, maxRows);
    }
  }

  Optional<CalciteSignature<?>> find(Key key) {
    return Optional.ofNullable(plans.getIfPresent(key));
  }

  void keep(Key key, CalciteSignature<?> plan) {
    if (!isExplanation(plan)) {
      plans.put(key, plan);
    }
  }

  /** How many plans there are. */
  long size() {
    return plans.size();
  }

  /** An explanation is its own result, and what it shows changes. */
  private static boolean isExplanation(CalciteSignature<?> plan) {
    return plan.columns.size() == 1 && plan.columns.get(0).label.equals("PLAN");
  }
}
