package io.workosjdbc.fetch;

import io.workosjdbc.request.AccessPlan;
import io.workosjdbc.request.Check;
import io.workosjdbc.request.Request;
import io.workosjdbc.resource.Column;
import io.workosjdbc.resource.Extraction;
import io.workosjdbc.resource.Extraction.Bound;
import io.workosjdbc.resource.Extraction.Count;
import io.workosjdbc.resource.Extraction.LookedUp;
import io.workosjdbc.resource.Extraction.Provenance;
import io.workosjdbc.resource.Resource;
import io.workosjdbc.resource.Scope;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The columns that are read for a plan: the projection first, then those that give it an order or a
 * meaning, then those by which answers are checked, then those that an archive wants to keep.
 *
 * @param width how many columns the projection has
 * @param needed how many columns a row has at least that need not be checked
 */
record Layout(Resource resource, List<Column> columns, int width, int needed) {

  Layout {
    columns = List.copyOf(columns);
  }

  static Layout of(Resource resource, AccessPlan plan, List<Column> projection) {
    var needed = new LinkedHashSet<String>();
    plan.order()
        .flatMap(order -> resource.listing().paging().order())
        .ifPresent(order -> needed.add(order.column()));
    for (var column : projection) {
      if (column.extraction() instanceof LookedUp lookedUp) {
        needed.add(lookedUp.key());
      }
    }
    var checked = new LinkedHashSet<String>();
    checked.add(resource.key().name());
    resource.listing().timeRange().ifPresent(range -> checked.add(range.column()));
    plan.requests().forEach(request -> addChecked(checked, request));
    plan.fanOut().ifPresent(fanOut -> fanOut.lists().forEach(list -> addChecked(checked, list)));
    plan.fanOut()
        .ifPresent(fanOut -> fanOut.scope().taken().forEach(key -> checked.add(key.column())));
    var columns = new LinkedHashSet<>(projection);
    add(columns, resource, needed);
    int trusted = columns.size();
    add(columns, resource, checked);
    return new Layout(resource, List.copyOf(columns), projection.size(), trusted);
  }

  private static void add(Set<Column> columns, Resource resource, Set<String> names) {
    for (var name : names) {
      var column = resource.required(name);
      if (column.extraction() instanceof LookedUp) {
        throw new IllegalArgumentException(
            "Column " + name + " is looked up and cannot be checked");
      }
      columns.add(column);
    }
  }

  /** The primary key alone. */
  static Layout ofKey(Resource resource) {
    return new Layout(resource, List.of(resource.key()), 1, 1);
  }

  /** With further columns in each row. */
  Layout with(List<Column> more) {
    var all = new LinkedHashSet<>(columns);
    all.addAll(more);
    return new Layout(resource, List.copyOf(all), width, needed);
  }

  /** What a row must have that need not be checked. */
  List<Column> trusted() {
    return columns.subList(0, needed);
  }

  private static void addChecked(Set<String> checked, Request request) {
    request.checks().stream().map(Check::column).forEach(checked::add);
  }

  /** Where in a row the primary key lies. */
  int key() {
    return indexOf(resource.key().name());
  }

  /** Where in a row the key lies by which the list was asked for, if objects do not show it. */
  Optional<Integer> bound(Scope.Key key) {
    return first(
        extraction -> extraction instanceof Bound taken && taken.key().equals(key.column()));
  }

  /** Where in a row the number of the objects goes that it stands for. */
  Optional<Integer> count() {
    return first(Count.class::isInstance);
  }

  private Optional<Integer> first(Predicate<Extraction> wanted) {
    for (int index = 0; index < columns.size(); index++) {
      if (wanted.test(columns.get(index).extraction())) {
        return Optional.of(index);
      }
    }
    return Optional.empty();
  }

  /** Where in a row the facts lie that tell of the answer it came in. */
  Map<Integer, Provenance.Fact> provenance() {
    var facts = new LinkedHashMap<Integer, Provenance.Fact>();
    for (int index = 0; index < columns.size(); index++) {
      if (columns.get(index).extraction() instanceof Provenance provenance) {
        facts.put(index, provenance.fact());
      }
    }
    return facts;
  }

  /** Where in a row the value of a column lies. */
  int indexOf(String column) {
    for (int index = 0; index < columns.size(); index++) {
      if (columns.get(index).name().equals(column)) {
        return index;
      }
    }
    throw new IllegalArgumentException("Column " + column + " is not read");
  }
}
