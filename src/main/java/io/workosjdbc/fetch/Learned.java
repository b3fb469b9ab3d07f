package io.workosjdbc.fetch;

import io.workosjdbc.cache.event.PrivateFolder;
import io.workosjdbc.request.Expression;
import io.workosjdbc.request.Sizes;
import io.workosjdbc.resource.Resource;
import java.util.Collection;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the answers taught about a service: it is asked differently the next time. How many rows
 * there are is remembered beside the cache, where there is one on disk. Thread-safe.
 */
final class Learned implements Sizes {

  private final Map<String, Set<String>> refusedNames = new ConcurrentHashMap<>();
  private final Set<String> refusedExpressions = ConcurrentHashMap.newKeySet();
  private final Set<String> withoutEnd = ConcurrentHashMap.newKeySet();
  private final Map<String, Ranges> ranges = new ConcurrentHashMap<>();
  private volatile boolean withoutProofs;
  private final LearnedSizes sizes = new LearnedSizes();

  /** The names of a table's choice that the service does not know. */
  Set<String> refusedNames(Resource resource) {
    return refusedNames.getOrDefault(resource.table(), Set.of());
  }

  void refuseNames(Resource resource, Collection<String> names) {
    refusedNames
        .computeIfAbsent(resource.table(), table -> ConcurrentHashMap.newKeySet())
        .addAll(names);
  }

  /** Whether the service is known to refuse expressions of this shape. */
  boolean isRefused(Resource resource, Expression expression) {
    return refusedExpressions.contains(resource.table() + " " + expression.shape());
  }

  void refuse(Resource resource, Expression expression) {
    refusedExpressions.add(resource.table() + " " + expression.shape());
  }

  /** Whether the service takes the end of a time range together with a cursor. */
  boolean takesEnd(Resource resource) {
    return !withoutEnd.contains(resource.table());
  }

  void refuseEnd(Resource resource) {
    withoutEnd.add(resource.table());
  }

  /** Whether the service tells by events what has changed. */
  boolean takesProofs() {
    return !withoutProofs;
  }

  void refuseProofs() {
    withoutProofs = true;
  }

  /** What is known of whether a service keeps to the ranges of time that it is asked for. */
  enum Ranges {
    UNKNOWN,
    HONOURED,
    IGNORED
  }

  Ranges ranges(Resource resource) {
    return ranges.getOrDefault(resource.table(), Ranges.UNKNOWN);
  }

  /** The first page of a later part of a list was seen; one that was ignored counts for good. */
  void ranges(Resource resource, Ranges seen) {
    ranges.merge(resource.table(), seen, (one, other) -> one == Ranges.IGNORED ? one : other);
  }

  /** The whole list was read to its end. */
  void size(Resource resource, long objects) {
    sizes.rows(resource.table(), objects);
  }

  /** A list that belongs to a key was read to its end. */
  void sizeOfKey(Resource resource, long objects) {
    sizes.rowsOfKey(resource.table(), objects);
  }

  /** Stretches of time were read of which nothing was left out. */
  void density(Resource resource, Density seen) {
    sizes.rows(resource.table(), seen.objects(), seen.time());
  }

  /** From now on what is learned of sizes is kept there, too; what was kept is known already. */
  void keepIn(PrivateFolder folder) {
    sizes.keepIn(folder);
  }

  /** Keeps what has not been kept yet. */
  void save() {
    sizes.save();
  }

  @Override
  public OptionalLong rows(Resource resource) {
    return sizes.rows(resource);
  }

  @Override
  public OptionalDouble rowsPerHour(Resource resource) {
    return sizes.rowsPerHour(resource);
  }

  @Override
  public OptionalDouble rowsPerKey(Resource resource) {
    return sizes.rowsPerKey(resource);
  }
}
