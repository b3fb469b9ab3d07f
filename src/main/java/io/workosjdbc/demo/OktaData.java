package io.workosjdbc.demo;

import com.google.common.base.Suppliers;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Everything the demo Okta holds; each list oldest first, by its path with {@code {}} for a key.
 * Immutable: a change makes another one.
 */
public final class OktaData {
  static final String USERS = "/api/v1/users";
  static final String GROUPS = "/api/v1/groups";
  static final String APPS = "/api/v1/apps";
  static final String LOGS = "/api/v1/logs";

  private static final Comparator<OktaObject> BY_AGE =
      Comparator.comparing(OktaObject::at).thenComparing(OktaObject::id);

  private final Map<String, List<OktaObject>> lists;
  private final Supplier<List<OktaObject>> log;

  private OktaData(Map<String, List<OktaObject>> lists, Supplier<List<OktaObject>> log) {
    this.lists = lists;
    this.log = log;
  }

  /**
   * An organization with exactly these objects.
   *
   * @param lists by path with its key, such as {@code /api/v1/groups/00g1/users}
   */
  public static OktaData of(Map<String, List<OktaObject>> lists) {
    return of(lists, () -> lists.getOrDefault(LOGS, List.of()));
  }

  /** The log is made when it is first asked for. */
  static OktaData of(Map<String, List<OktaObject>> lists, Supplier<List<OktaObject>> log) {
    Map<String, List<OktaObject>> sorted = new HashMap<>();
    lists.forEach((path, objects) -> sorted.put(path, objects.stream().sorted(BY_AGE).toList()));
    return new OktaData(
        sorted, Suppliers.memoize(() -> log.get().stream().sorted(BY_AGE).toList()));
  }

  public List<OktaObject> users() {
    return list(USERS);
  }

  public List<OktaObject> groups() {
    return list(GROUPS);
  }

  public List<OktaObject> apps() {
    return list(APPS);
  }

  /** The System Log. */
  public List<OktaObject> events() {
    return log.get();
  }

  /** A list by its path, such as {@code /api/v1/groups/00g1/users}. */
  public List<OktaObject> list(String path) {
    return path.equals(LOGS) ? log.get() : lists.getOrDefault(path, List.of());
  }

  Optional<OktaObject> find(String list, String id) {
    return list(list).stream().filter(object -> object.id().equals(id)).findFirst();
  }

  /** The same with another list at a path. */
  public OktaData with(String path, List<OktaObject> objects) {
    Map<String, List<OktaObject>> changed = new HashMap<>(lists);
    changed.put(path, objects);
    return path.equals(LOGS) ? of(changed) : of(changed, log);
  }
}
