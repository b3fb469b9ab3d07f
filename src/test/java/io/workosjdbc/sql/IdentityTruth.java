package io.workosjdbc.sql;

import io.workosjdbc.demo.DemoData;
import io.workosjdbc.demo.DemoEvent;
import io.workosjdbc.demo.OktaData;
import io.workosjdbc.demo.OktaObject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the views of schema {@code identity} should say of the demo's data, found without SQL. */
record IdentityTruth(DemoData workos, OktaData okta) {

  /** An attempt to sign in; the outcome is empty where it is none of those that the view names. */
  private record SignIn(
      String source,
      String id,
      Optional<String> email,
      Optional<String> outcome,
      String method,
      Instant time) {

    LocalDate day() {
      return time.atZone(ZoneOffset.UTC).toLocalDate();
    }

    boolean is(String... outcomes) {
      return outcome.filter(List.of(outcomes)::contains).isPresent();
    }
  }

  List<String> people() {
    var ofWorkos =
        workos.things("/user_management/users").stream()
            .map(user -> line("workos", user.id(), user.json().get("email"), null, null));
    var ofOkta =
        okta.users().stream()
            .map(
                user -> {
                  var status = text(user, "status");
                  boolean isActive =
                      !status.matches("DEPROVISIONED|LOCKED_OUT|PROVISIONED|STAGED|SUSPENDED");
                  return line("okta", user.id(), text(user, "profile.email"), status, isActive);
                });
    return Stream.concat(ofWorkos, ofOkta).toList();
  }

  List<String> groups() {
    var ofWorkos =
        workos.things("/directory_groups").stream()
            .map(group -> line("workos", group.id(), group.json().get("name"), "directory"));
    var ofOkta =
        okta.groups().stream()
            .map(
                group ->
                    line("okta", group.id(), text(group, "profile.name"), text(group, "type")));
    return Stream.concat(ofWorkos, ofOkta).toList();
  }

  List<String> members() {
    var ofWorkos =
        workos.things("/directory_users").stream()
            .flatMap(
                user ->
                    user.keys().getOrDefault("group", Set.of()).stream()
                        .map(group -> line("workos", group, user.id())));
    var ofOkta =
        okta.groups().stream()
            .flatMap(
                group ->
                    okta.list("/api/v1/groups/" + group.id() + "/users").stream()
                        .map(user -> line("okta", group.id(), user.id())));
    return Stream.concat(ofWorkos, ofOkta).toList();
  }

  List<String> signInLines() {
    return signIns()
        .map(
            each ->
                line(
                    each.source,
                    each.id,
                    each.email.orElse(null),
                    each.outcome.orElse(null),
                    each.method))
        .toList();
  }

  List<String> activeUsers() {
    var people =
        signIns()
            .filter(each -> each.is("succeeded"))
            .collect(
                Collectors.groupingBy(
                    each -> line(each.source, each.day()),
                    Collectors.mapping(
                        each -> each.email.orElseThrow().toLowerCase(Locale.ROOT),
                        Collectors.toSet())));
    return people.entrySet().stream()
        .map(each -> each.getKey() + "|" + each.getValue().size())
        .toList();
  }

  List<String> failureRates() {
    Map<String, List<SignIn>> attempts =
        signIns()
            .filter(each -> each.is("succeeded", "failed", "timed_out"))
            .collect(Collectors.groupingBy(each -> line(each.source, each.day(), each.method)));
    return attempts.entrySet().stream()
        .map(
            each -> {
              int all = each.getValue().size();
              long failed = each.getValue().stream().filter(one -> !one.is("succeeded")).count();
              return line(each.getKey(), all, failed, (double) failed / all);
            })
        .toList();
  }

  private Stream<SignIn> signIns() {
    return Stream.concat(
        workos.events().stream()
            .filter(event -> event.status().isPresent())
            .map(IdentityTruth::ofWorkos),
        okta.events().stream().flatMap(event -> ofOkta(event).stream()));
  }

  private static SignIn ofWorkos(DemoEvent event) {
    return new SignIn(
        "workos",
        event.id(),
        event.email(),
        event.status(),
        event.type().orElseThrow(),
        event.createdAt());
  }

  private static Optional<SignIn> ofOkta(OktaObject event) {
    var type = text(event, "eventType");
    if (!type.equals("user.session.start") && !type.startsWith("user.authentication.")) {
      return Optional.empty();
    }
    var outcome =
        switch (text(event, "outcome.result")) {
          case "SUCCESS", "ALLOW" -> "succeeded";
          case "FAILURE", "DENY", "RATE_LIMIT" -> "failed";
          case "CHALLENGE", "DEFERRED", "SCHEDULED" -> "started";
          case "ABANDONED", "UNANSWERED" -> "timed_out";
          default -> null;
        };
    var method =
        Map.of(
                "user.session.start", "password",
                "user.authentication.auth_via_mfa", "mfa",
                "user.authentication.auth_via_social", "oauth",
                "user.authentication.verify", "password")
            .getOrDefault(type, "sso");
    return Optional.of(
        new SignIn(
            "okta",
            event.id(),
            event.text("actor.alternateId"),
            Optional.ofNullable(outcome),
            method,
            event.at()));
  }

  private static String text(OktaObject object, String path) {
    return object.text(path).orElseThrow();
  }

  private static String line(@Nullable Object... values) {
    return Stream.of(values).map(Objects::toString).collect(Collectors.joining("|"));
  }
}
