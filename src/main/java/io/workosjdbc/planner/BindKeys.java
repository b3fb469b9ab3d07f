package io.workosjdbc.planner;

import java.util.AbstractList;
import java.util.HashSet;
import java.util.List;
import java.util.RandomAccess;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The distinct keys of one batch of a bind join's left side, and what the scans of its right side
 * made of them. Public because generated code calls it.
 */
public final class BindKeys extends AbstractList<String> implements RandomAccess {

  private final List<String> keys;
  private final Set<String> set;
  private int scans;
  private int wholeScans;

  BindKeys(Set<String> keys) {
    this.keys = List.copyOf(keys);
    this.set = new HashSet<>(keys);
  }

  /**
   * Whether a row of the right side can have a partner. When every scan found it cheaper to read
   * all rows whatever their key, all of them pass, and serve the batches to come.
   *
   * @param expected how many keys there are thought to be, for the planner
   */
  public static boolean contains(@Nullable List<?> keys, @Nullable Object key, int expected) {
    return key != null
        && keys instanceof BindKeys bind
        && (bind.allPass() || bind.set.contains(key));
  }

  /** Says what a scan that was given these keys did. */
  void scanned(boolean whole) {
    scans++;
    wholeScans += whole ? 1 : 0;
  }

  /** Whether the right side was read without regard to the keys. */
  boolean allPass() {
    return scans > 0 && scans == wholeScans;
  }

  @Override
  public String get(int index) {
    return keys.get(index);
  }

  @Override
  public int size() {
    return keys.size();
  }
}
