package io.workosjdbc.demo;

import static io.workosjdbc.demo.OktaData.APPS;
import static io.workosjdbc.demo.OktaData.GROUPS;
import static io.workosjdbc.demo.OktaData.LOGS;
import static io.workosjdbc.demo.OktaData.USERS;

import com.google.common.collect.Lists;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Answers requests as Okta does: fact sheet of Okta. */
final class OktaApi {
  private static final List<OktaList> LISTS =
      List.of(
          OktaList.of(
              USERS,
              200,
              200,
              Map.of("filter", OktaLanguage.USER_FILTER, "search", OktaLanguage.USER_SEARCH)),
          OktaList.of(
              GROUPS,
              200,
              10_000,
              Map.of("filter", OktaLanguage.GROUP_FILTER, "search", OktaLanguage.GROUP_SEARCH)),
          OktaList.of(APPS, 20, 200, Map.of("filter", OktaLanguage.APP_FILTER)),
          OktaList.of(LOGS, 100, 1000, Map.of("filter", OktaLanguage.LOG_FILTER)),
          OktaList.below(GROUPS, "users", 1000, 1000),
          OktaList.below(APPS, "users", 50, 500),
          OktaList.below(USERS, "factors", 0, 0));

  private static final Duration KEPT = Duration.ofDays(90);
  private static final Duration ANSWERED = Duration.ofDays(180);

  private final Request request;
  private final OktaData data;
  private final Instant now;
  private final URI baseUrl;

  private OktaApi(Request request, OktaData data, Instant now, URI baseUrl) {
    this.request = request;
    this.data = data;
    this.now = now;
    this.baseUrl = baseUrl;
  }

  static Reply answer(Request request, OktaData data, Instant now, URI baseUrl) {
    return new OktaApi(request, data, now, baseUrl).answer();
  }

  private Reply answer() {
    for (var list : LISTS) {
      var key = list.key(request.path());
      if (request.method().equals("GET") && key.isPresent()) {
        return list(list, key.get());
      }
    }
    return single();
  }

  private Reply single() {
    for (var list : List.of(USERS, GROUPS, APPS)) {
      if (request.path().startsWith(list + "/") && request.segments().size() == 4) {
        checkParameters(Set.of());
        return Reply.json(200, new Body.Value(found(list, request.segments().get(3)).json()));
      }
    }
    throw OktaRefusal.notFound(request.path());
  }

  /** Users are got by their login, too. */
  private OktaObject found(String list, String key) {
    return data.find(list, key)
        .or(
            () ->
                data.list(list).stream()
                    .filter(each -> list.equals(USERS) && isLogin(each, key))
                    .findFirst())
        .orElseThrow(() -> OktaRefusal.notFound(key));
  }

  private static boolean isLogin(OktaObject user, String key) {
    return user.text("profile.login").filter(login -> login.equalsIgnoreCase(key)).isPresent();
  }

  private Reply list(OktaList list, String key) {
    list.parent().ifPresent(parent -> found(parent, key));
    Set<String> known = new HashSet<>(list.parameters());
    if (list.hasPages()) {
      known.addAll(Set.of("limit", "after"));
    }
    if (list.path().equals(LOGS)) {
      known.addAll(Set.of("since", "until", "sortOrder"));
    }
    checkParameters(known);
    var path = list.parent().isPresent() ? list.path().replace("{}", key) : list.path();
    var rows = data.list(path).stream().filter(narrowing(list)).toList();
    if (!list.hasPages()) {
      return Reply.json(200, new Body.Value(rows.stream().map(OktaObject::json).toList()));
    }
    var page = new OktaPage(request, baseUrl, list.usual(), list.largest());
    return list.path().equals(LOGS) ? log(page, rows) : page.of(rows, false);
  }

  private void checkParameters(Set<String> known) {
    for (var parameter : request.parameters()) {
      if (!known.contains(parameter.name()) || request.values(parameter.name()).size() > 1) {
        throw OktaRefusal.validation(parameter.name() + ": not a parameter, or given twice");
      }
    }
  }

  private Predicate<OktaObject> narrowing(OktaList list) {
    var given =
        list.languages().keySet().stream().filter(name -> request.value(name).isPresent()).toList();
    if (given.size() > 1) {
      throw OktaRefusal.validation("filter and search cannot be combined");
    }
    if (given.isEmpty()) {
      return list.path().equals(USERS)
          ? user -> !user.text("status").equals(Optional.of("DEPROVISIONED"))
          : any -> true;
    }
    var name = given.get(0);
    var language = Objects.requireNonNull(list.languages().get(name));
    return OktaExpression.parse(request.value(name).orElseThrow(), language);
  }

  /** A query without an end and from old to new is a poll, which has a next page in any case. */
  private Reply log(OktaPage page, List<OktaObject> events) {
    Optional<Instant> until = time("until");
    Instant end = until.orElse(now);
    Instant start =
        OktaPage.since(request)
            .map(text -> instant("since", text))
            .orElse(end.minus(Duration.ofDays(7)));
    if (request.value("after").isPresent() && request.value("since").isPresent()) {
      throw OktaRefusal.validation("since and after cannot be combined");
    }
    if (start.isBefore(now.minus(ANSWERED))) {
      throw OktaRefusal.filter("since: more than 180 days ago");
    }
    Instant from = start.isBefore(now.minus(KEPT)) ? now.minus(KEPT) : start;
    boolean isDescending = isDescending();
    var within =
        events.stream()
            .filter(event -> !event.at().isBefore(from) && event.at().isBefore(end))
            .toList();
    return page.of(isDescending ? Lists.reverse(within) : within, until.isEmpty() && !isDescending);
  }

  private boolean isDescending() {
    String order = request.value("sortOrder").orElse("ASCENDING");
    if (!order.equals("ASCENDING") && !order.equals("DESCENDING")) {
      throw OktaRefusal.validation("sortOrder: " + order);
    }
    return order.equals("DESCENDING");
  }

  private Optional<Instant> time(String parameter) {
    return request.value(parameter).map(text -> instant(parameter, text));
  }

  private static Instant instant(String parameter, String text) {
    return Timestamps.parse(text)
        .orElseThrow(() -> OktaRefusal.validation(parameter + ": bad date"));
  }
}
