package io.workosjdbc.cache;

import io.workosjdbc.request.ArrayStyle;
import io.workosjdbc.request.GetRequest;
import io.workosjdbc.request.ListRequest;
import io.workosjdbc.request.Request;
import io.workosjdbc.resource.Resource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which answers hold everything that another question asks for. */
final class Coverage {

  private Coverage() {}

  /** Whether answers to this request are kept at all: those with a time range are not. */
  static boolean keeps(Request request) {
    return !(request instanceof ListRequest list) || list.window().isEmpty();
  }

  /** The request itself, and the ones for the whole list that would answer it, too. */
  static List<Request> wholeOrSame(Request request) {
    var resource = request.resource();
    if (!(request instanceof ListRequest list)) {
      return List.of(request, whole(resource, ArrayStyle.COMMA));
    }
    return list.keys().isEmpty() && list.names().isEmpty()
        ? List.of(request, whole(resource, list.arrayStyle()))
        : List.of(request);
  }

  private static ListRequest whole(Resource resource, ArrayStyle style) {
    return new ListRequest(
        resource, Map.of(), Map.of(), List.of(), style, Optional.empty(), Optional.empty());
  }

  /**
   * Whether every object that {@code narrow} asks for is in the complete answer to {@code broad}.
   * The order does not matter, and what is too much is dropped by the reader's checks.
   */
  static boolean covers(Request broad, Request narrow) {
    if (broad.equals(narrow)) {
      return true;
    }
    if (!(broad instanceof ListRequest whole)
        || !whole.resource().equals(narrow.resource())
        || !keeps(broad)
        || !keeps(narrow)) {
      return false;
    }
    if (narrow instanceof ListRequest part) {
      return part.keys().equals(whole.keys())
          && part.filters().entrySet().containsAll(whole.filters().entrySet())
          && (whole.expression().isEmpty() || whole.expression().equals(part.expression()))
          && whole.names().containsAll(part.names());
    }
    return narrow instanceof GetRequest && whole.isWholeList();
  }
}
