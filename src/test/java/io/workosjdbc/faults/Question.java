package io.workosjdbc.faults;

import io.workosjdbc.demo.DemoServer;
import io.workosjdbc.demo.DemoThing;
import io.workosjdbc.resource.Listing;
import io.workosjdbc.resource.Resource;
import io.workosjdbc.resource.Scope;
import io.workosjdbc.workos.WorkOs;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A question to one table that takes a few requests: made from the table's declaration and what the
 * demo server has.
 *
 * @param sql all of a table, or of one of its lists where every key has one of its own
 */
record Question(Resource resource, String sql) {
  private static final int A_FEW = 60;

  /** Those whose rows are read by a request; what is exported has its own tests. */
  static Stream<Resource> tables() {
    return WorkOs.SOURCE.resources().stream()
        .filter(resource -> resource.listing().shape() != Listing.Shape.EXPORT);
  }

  static Question of(Resource resource, DemoServer server) {
    var sql = "select * from " + resource.table();
    return resource.listing().scopes().stream()
        .findFirst()
        .map(scope -> new Question(resource, sql + where(resource, scope, server)))
        .orElseGet(() -> new Question(resource, sql));
  }

  /** The longest list that is no longer than a few rows. */
  private static String where(Resource resource, Scope scope, DemoServer server) {
    Map<List<String>, Long> lists =
        server.data().things(resource.listing().path()).stream()
            .filter(thing -> scope.keys().stream().allMatch(key -> isFoundBy(thing, key)))
            .map(thing -> scope.keys().stream().map(key -> value(thing, key)).toList())
            .collect(
                Collectors.groupingBy(
                    Function.identity(), Question::inOrder, Collectors.counting()));
    var longest =
        lists.entrySet().stream()
            .filter(each -> each.getValue() <= A_FEW)
            .max(Map.Entry.comparingByValue())
            .orElseThrow(() -> new AssertionError("no list of " + resource.table()));
    var text = new StringBuilder();
    for (int i = 0; i < scope.keys().size(); i++) {
      text.append(i == 0 ? " where " : " and ")
          .append(scope.keys().get(i).column())
          .append(" = '")
          .append(longest.getKey().get(i))
          .append("'");
    }
    return text.toString();
  }

  private static boolean isFoundBy(DemoThing thing, Scope.Key key) {
    return Optional.ofNullable(thing.keys().get(key.name()))
        .filter(values -> !values.isEmpty())
        .isPresent();
  }

  private static String value(DemoThing thing, Scope.Key key) {
    return thing.keys().get(key.name()).stream().sorted().findFirst().orElseThrow();
  }

  private static Map<List<String>, Long> inOrder() {
    return new TreeMap<>(Comparator.comparing(List::toString));
  }

  /** Whether the service answers it a few times a second only. */
  boolean isSlow() {
    return resource.listing().rateLimit().isPresent();
  }

  boolean isObject() {
    return resource.listing().shape() == Listing.Shape.OBJECT;
  }

  boolean hasPages() {
    return resource.listing().paging().pages().isPresent();
  }

  /** Whether the answer is a bare array. */
  boolean isArray() {
    return !isObject() && resource.listing().paging().rows().isEmpty();
  }

  boolean isScoped() {
    return !resource.listing().scopes().isEmpty();
  }

  /** What tables have in common that answers are read for in the same way. */
  String family() {
    var listing = resource.listing();
    return String.join(
        " ",
        isObject() ? "object" : isArray() ? "array" : hasPages() ? "pages" : "whole",
        listing.paging().isNested() ? "nested" : "flat",
        isScoped() ? "by key" : "all",
        listing.timeRange().isPresent() ? "timed" : "untimed",
        listing.paging().order().isPresent() ? "sorted" : "unsorted",
        hasPages() && listing.paging().pages().orElseThrow().limit().isEmpty() ? "own size" : "");
  }

  @Override
  public String toString() {
    return resource.table();
  }
}
