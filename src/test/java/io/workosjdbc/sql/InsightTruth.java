package io.workosjdbc.sql;

import io.workosjdbc.demo.DemoChange;
import io.workosjdbc.demo.DemoConnection;
import io.workosjdbc.demo.DemoData;
import io.workosjdbc.demo.DemoDirectory;
import io.workosjdbc.demo.DemoOrganization;
import io.workosjdbc.demo.DemoThing;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the views should say of the demo's data, found without SQL; rows are joined by bars. */
record InsightTruth(DemoData data, Instant now) {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS").withZone(ZoneOffset.UTC);
  private static final Set<String> VERIFIED = Set.of("verified", "legacy_verified");

  private SignInTruth events() {
    return new SignInTruth(data, now);
  }

  /** The rows of each view. */
  Map<String, Function<InsightTruth, Stream<List<Object>>>> views() {
    return Map.ofEntries(
        Map.entry("organization_overview", InsightTruth::overview),
        Map.entry("organization_onboarding", InsightTruth::onboarding),
        Map.entry("sso_without_directory", InsightTruth::withoutDirectory),
        Map.entry("active_connection", InsightTruth::activeConnections),
        Map.entry("connection_success_rate", truth -> truth.events().successRates()),
        Map.entry("failed_sign_in", truth -> truth.events().failures()),
        Map.entry("failure_burst", truth -> truth.events().bursts()),
        Map.entry("daily_active_users", truth -> truth.events().active(day -> day)),
        Map.entry(
            "weekly_active_users",
            truth ->
                truth
                    .events()
                    .active(day -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)))),
        Map.entry(
            "monthly_active_users", truth -> truth.events().active(day -> day.withDayOfMonth(1))),
        Map.entry("dormant_user", InsightTruth::dormant),
        Map.entry("directory_health", InsightTruth::directories),
        Map.entry("unverified_domain", InsightTruth::domains));
  }

  List<String> rows(String view) {
    return Objects.requireNonNull(views().get(view), view)
        .apply(this)
        .map(row -> row.stream().map(InsightTruth::text).collect(Collectors.joining("|")))
        .toList();
  }

  private static String text(Object value) {
    if (value instanceof Optional<?> maybe) {
      return maybe.<String>map(InsightTruth::text).orElse("null");
    }
    return value instanceof Instant time ? TIME.format(time) : value.toString();
  }

  static List<Object> row(Object... values) {
    return List.of(values);
  }

  private long connections(DemoOrganization of, Predicate<DemoConnection> which) {
    return data.connections().stream()
        .filter(each -> each.organizationId().equals(Optional.of(of.id())))
        .filter(which)
        .count();
  }

  private long active(DemoOrganization of) {
    return connections(of, each -> each.state().equals("active"));
  }

  private long linked(DemoOrganization of) {
    return data.directories().stream()
        .filter(each -> each.organizationId().equals(of.id()) && each.state().equals("linked"))
        .count();
  }

  private Stream<List<Object>> overview() {
    return data.organizations().stream()
        .map(
            each ->
                row(
                    each.id(),
                    each.name(),
                    each.domains().isEmpty() ? "null" : String.join(",", each.domainNames()),
                    connections(each, any -> true),
                    active(each),
                    data.directories().stream()
                        .filter(directory -> directory.organizationId().equals(each.id()))
                        .count(),
                    linked(each),
                    lastSignIn(each),
                    each.createdAt()));
  }

  private Optional<Instant> lastSignIn(DemoOrganization of) {
    return data.allEvents().stream()
        .filter(
            event ->
                event.event().equals("session.created")
                    || event.event().equals("authentication.sso_succeeded"))
        .filter(event -> event.organizationId().equals(Optional.of(of.id())))
        .map(event -> event.createdAt())
        .max(Comparator.naturalOrder());
  }

  private Stream<List<Object>> onboarding() {
    return data.organizations().stream()
        .map(
            each -> {
              long verified =
                  each.domains().stream()
                      .filter(domain -> VERIFIED.contains(domain.state().orElse("")))
                      .count();
              var steps = List.of(verified, active(each), linked(each));
              var words = List.of("verify a domain", "activate a connection", "link a directory");
              int open = steps.indexOf(0L);
              return row(
                  each.id(),
                  each.name(),
                  verified,
                  active(each),
                  linked(each),
                  steps.stream().filter(step -> step > 0).count(),
                  open < 0 ? "null" : words.get(open),
                  each.createdAt());
            });
  }

  private Stream<List<Object>> withoutDirectory() {
    return data.organizations().stream()
        .filter(each -> active(each) > 0 && linked(each) == 0)
        .map(each -> row(each.id(), each.name(), active(each), each.createdAt()));
  }

  private Optional<String> name(String organization) {
    return data.organizations().stream()
        .filter(each -> each.id().equals(organization))
        .map(DemoOrganization::name)
        .findFirst();
  }

  private Stream<List<Object>> activeConnections() {
    return data.connections().stream()
        .filter(each -> each.state().equals("active"))
        .map(
            each ->
                row(
                    each.id(),
                    each.name(),
                    each.connectionType(),
                    each.domains().isEmpty() ? "null" : String.join(",", each.domains()),
                    each.organizationId(),
                    each.organizationId().flatMap(this::name),
                    each.createdAt()));
  }

  private Stream<List<Object>> dormant() {
    return data.things("/user_management/users").stream()
        .filter(user -> lastSeen(user).isBefore(now.minus(Duration.ofDays(60))))
        .map(
            user ->
                row(
                    user.id(),
                    user.json().getOrDefault("email", "?"),
                    Optional.ofNullable(user.json().get("name")),
                    lastSignIn(user),
                    user.createdAt()));
  }

  private static Optional<Instant> lastSignIn(DemoThing user) {
    return Optional.ofNullable(user.json().get("last_sign_in_at"))
        .map(time -> Instant.parse(time.toString()));
  }

  private static Instant lastSeen(DemoThing user) {
    return lastSignIn(user).orElse(user.createdAt());
  }

  private Stream<List<Object>> directories() {
    return data.directories().stream()
        .map(
            each -> {
              var change = lastChange(each);
              var health =
                  switch (each.state()) {
                    case "linked" -> change.isPresent() ? "syncing" : "quiet";
                    case "invalid_credentials" -> "broken";
                    default -> each.state();
                  };
              return row(
                  each.id(),
                  each.name(),
                  each.directoryType(),
                  each.organizationId(),
                  each.state(),
                  health,
                  each.counts().map(DemoDirectory.Counts::activeUsers),
                  change);
            });
  }

  private Optional<Instant> lastChange(DemoDirectory of) {
    return data.allEvents().stream()
        .filter(event -> event.event().matches("dsync\\.(user|group)\\.(created|updated|deleted)"))
        .filter(event -> of.id().equals(((DemoChange) event).data().get("directory_id")))
        .map(event -> event.createdAt())
        .filter(time -> !time.isBefore(now.minus(Duration.ofDays(30))))
        .max(Comparator.naturalOrder());
  }

  private Stream<List<Object>> domains() {
    return data.organizations().stream()
        .flatMap(
            each ->
                each.domains().stream()
                    .filter(domain -> !VERIFIED.contains(domain.state().orElse("")))
                    .map(
                        domain ->
                            row(
                                domain.id(),
                                domain.domain(),
                                domain.state(),
                                domain.verificationStrategy(),
                                each.id(),
                                each.name(),
                                domain.createdAt())));
  }
}
