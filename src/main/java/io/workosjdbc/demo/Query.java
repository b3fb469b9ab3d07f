package io.workosjdbc.demo;

import com.google.common.base.Splitter;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A request's parameters after the strict check: each is known, and single ones come once. */
final class Query {
  private final Request request;
  private final Set<Quirk> quirks;

  private Query(Request request, Set<Quirk> quirks) {
    this.request = request;
    this.quirks = quirks;
  }

  /**
   * Checks the parameters of a request.
   *
   * @param singles the names of the parameters with one value
   * @param lists the names of the list parameters
   */
  static Query of(Request request, Set<String> singles, Set<String> lists, Set<Quirk> quirks) {
    Query query = new Query(request, quirks);
    for (Request.Parameter parameter : request.parameters()) {
      String name = parameter.name();
      boolean list = lists.stream().map(query::listKey).anyMatch(name::equals);
      if (!list && !singles.contains(name)) {
        throw Refusal.badRequest("property " + name + " should not exist");
      }
      boolean repeatable =
          list && (quirks.contains(Quirk.BRACKET_ARRAYS) || quirks.contains(Quirk.REPEATED_ARRAYS));
      if (!repeatable && request.values(name).size() > 1) {
        throw Refusal.badRequest(name + " must be given once");
      }
    }
    return query;
  }

  Optional<String> text(String name) {
    return request.value(name);
  }

  /**
   * The elements of a list parameter, in the style that the service reads; empty when it is absent.
   */
  List<String> list(String name) {
    List<String> values = request.values(listKey(name));
    return quirks.contains(Quirk.BRACKET_ARRAYS) || quirks.contains(Quirk.REPEATED_ARRAYS)
        ? values
        : values.stream().flatMap(Splitter.on(',').omitEmptyStrings()::splitToStream).toList();
  }

  boolean repeatsCursorRow() {
    return request.repeatsCursorRow();
  }

  private String listKey(String name) {
    return quirks.contains(Quirk.BRACKET_ARRAYS) ? name + "[]" : name;
  }
}
