package io.workosjdbc.fetch;

import io.workosjdbc.request.AccessPlan;
import io.workosjdbc.request.Check;
import io.workosjdbc.request.ListRequest;
import io.workosjdbc.request.Request;
import io.workosjdbc.resource.Column;
import io.workosjdbc.resource.Extraction.Bound;
import io.workosjdbc.resource.Extraction.LookedUp;
import io.workosjdbc.resource.Resource;
import io.workosjdbc.resource.Scope;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The columns that are read for a plan: the projection first, then those that only the reading
 * itself needs.
 *
 * @param width how many columns the projection has
 */
record Layout(Resource resource, List<Column> columns, int width) {

  Layout {
    columns = List.copyOf(columns);
  }

  static Layout of(Resource resource, AccessPlan plan, List<Column> projection) {
    var needed = new LinkedHashSet<String>();
    needed.add(resource.key().name());
    plan.requests().forEach(request -> addChecked(needed, request));
    plan.fanOut().ifPresent(fanOut -> addChecked(needed, fanOut.template()));
    plan.fanOut()
        .ifPresent(fanOut -> fanOut.scope().keys().forEach(key -> needed.add(key.column())));
    plan.order()
        .flatMap(order -> resource.listing().paging().order())
        .ifPresent(order -> needed.add(order.column()));
    for (var column : projection) {
      if (column.extraction() instanceof LookedUp lookedUp) {
        needed.add(lookedUp.key());
      }
    }
    for (var name : needed) {
      if (resource.required(name).extraction() instanceof LookedUp) {
        throw new IllegalArgumentException(
            "Column " + name + " is looked up and cannot be checked");
      }
    }
    projection.forEach(column -> needed.remove(column.name()));
    var columns = new ArrayList<>(projection);
    needed.forEach(name -> columns.add(resource.required(name)));
    return new Layout(resource, columns, projection.size());
  }

  /** The primary key alone. */
  static Layout ofKey(Resource resource) {
    return new Layout(resource, List.of(resource.key()), 1);
  }

  private static void addChecked(Set<String> needed, Request request) {
    request.checks().stream().map(Check::column).forEach(needed::add);
    if (request instanceof ListRequest list) {
      list.windowColumn().ifPresent(needed::add);
    }
  }

  /** Where in a row the primary key lies. */
  int key() {
    return indexOf(resource.key().name());
  }

  /** Whether rows have columns that the projection does not. */
  boolean isWider() {
    return columns.size() > width;
  }

  /** Where in a row the key lies by which the list was asked for, if objects do not show it. */
  Optional<Integer> bound(Scope.Key key) {
    for (int index = 0; index < columns.size(); index++) {
      if (columns.get(index).extraction() instanceof Bound taken
          && taken.key().equals(key.column())) {
        return Optional.of(index);
      }
    }
    return Optional.empty();
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
