package io.workosjdbc.request;

import io.workosjdbc.resource.Resource;
import io.workosjdbc.resource.Scope;
import java.util.stream.Collectors;

/** What to tell people whose SQL asks for what the API cannot list. */
final class Refusals {

  private Refusals() {}

  static String endless(Resource resource, String time) {
    return "%s is read from an export of a time range; say from when: WHERE %s >= ..."
        .formatted(resource.table(), time);
  }

  static String notAllowed(Resource resource) {
    return "Reading %s has WorkOS create an export; allow it by connection property auditLogs=on"
        .formatted(resource.table());
  }

  static String unbound(Resource resource, Scope scope) {
    var keys =
        scope.keys().stream()
            .map(key -> key.column() + " = '...'")
            .collect(Collectors.joining(" AND "));
    return "The API does not list %s; say which: WHERE %s".formatted(resource.table(), keys);
  }
}
