package io.workosjdbc.request;

import io.workosjdbc.resource.Resource;
import io.workosjdbc.resource.Scope;
import java.util.stream.Collectors;

/** What to tell people whose SQL asks for what the API cannot list. */
final class Refusals {

  private Refusals() {}

  static String unbound(Resource resource, Scope scope) {
    var keys =
        scope.keys().stream()
            .map(key -> key.column() + " = '...'")
            .collect(Collectors.joining(" AND "));
    return "The API does not list %s; say which: WHERE %s".formatted(resource.table(), keys);
  }
}
