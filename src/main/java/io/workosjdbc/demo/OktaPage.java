package io.workosjdbc.demo;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Cuts one page out of what a list is left with, and links to the next one: fact sheet of Okta,
 * section 2. Cursors are opaque: they name the last object that was given, and where in time the
 * list begins.
 */
record OktaPage(Request request, URI baseUrl, int usual, int largest) {
  private static final String SINCE = "since";
  private static final String AFTER = "after";
  private static final String LIMIT = "limit";

  /**
   * The page that is asked for.
   *
   * @param alwaysGoesOn whether even the last page has a link
   */
  Reply of(List<OktaObject> all, boolean alwaysGoesOn) {
    int limit = limit();
    int from = request.value(AFTER).map(cursor -> behind(cursor, all)).orElse(0);
    var rows = all.subList(from, Math.min(all.size(), from + limit));
    boolean goesOn = from + limit < all.size() || alwaysGoesOn;
    var last = rows.isEmpty() ? request.value(AFTER) : Optional.of(cursor(rows));
    List<Supplier<byte[]>> bytes =
        rows.stream().<Supplier<byte[]>>map(row -> () -> Json.bytes(row.json())).toList();
    var self = "<" + url(request.value(AFTER)) + ">; rel=\"self\"";
    var links = goesOn ? self + ", <" + url(last) + ">; rel=\"next\"" : self;
    return Reply.json(200, new Body.Elements(bytes)).withHeader("Link", links);
  }

  private int limit() {
    var text = request.value(LIMIT);
    if (text.isEmpty()) {
      return usual;
    }
    if (!text.get().matches("\\d{1,6}") || Integer.parseInt(text.get()) > largest) {
      throw OktaRefusal.validation("limit: The limit must be a number of at most " + largest);
    }
    return Integer.parseInt(text.get());
  }

  /** Where in time the list begins, if that was said. */
  static Optional<String> since(Request request) {
    return request
        .value(AFTER)
        .map(cursor -> decoded(cursor).replaceFirst("^[^|]*\\|", ""))
        .filter(text -> !text.isEmpty())
        .or(() -> request.value(SINCE));
  }

  private String cursor(List<OktaObject> rows) {
    var text = rows.get(rows.size() - 1).id() + "|" + since(request).orElse("");
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static int behind(String cursor, List<OktaObject> all) {
    var id = decoded(cursor).replaceFirst("\\|.*", "");
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).id().equals(id)) {
        return i + 1;
      }
    }
    throw OktaRefusal.validation("after: The cursor is invalid");
  }

  private static String decoded(String cursor) {
    try {
      return new String(Base64.getDecoder().decode(cursor), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw OktaRefusal.validation("after: The cursor is invalid");
    }
  }

  /** The request's own URL with this cursor; a start in time is in the cursor. */
  private String url(Optional<String> cursor) {
    var kept =
        request.parameters().stream()
            .filter(each -> !each.name().equals(AFTER))
            .filter(each -> cursor.isEmpty() || !each.name().equals(SINCE))
            .map(each -> each.name() + "=" + encoded(each.value()));
    var after = cursor.stream().map(text -> AFTER + "=" + encoded(text));
    return baseUrl
        + request.path()
        + Stream.concat(after, kept).collect(Collectors.joining("&", "?", ""));
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
