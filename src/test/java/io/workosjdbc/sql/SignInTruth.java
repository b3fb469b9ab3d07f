package io.workosjdbc.sql;

import static io.workosjdbc.sql.InsightTruth.row;

import io.workosjdbc.demo.DemoData;
import io.workosjdbc.demo.DemoEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the views of sign-ins should say of the demo's events. */
record SignInTruth(DemoData data, Instant now) {

  Stream<List<Object>> successRates() {
    var since = now.minus(Duration.ofDays(30));
    return data.connections().stream()
        .filter(each -> each.organizationId().isPresent())
        .map(
            each -> {
              var attempts =
                  data.events().stream()
                      .filter(event -> event.connectionId().equals(Optional.of(each.id())))
                      .filter(event -> !event.createdAt().isBefore(since))
                      .toList();
              var good = attempts.stream().filter(event -> has(event, "succeeded")).toList();
              long bad =
                  attempts.stream()
                      .filter(event -> has(event, "failed") || has(event, "timed_out"))
                      .count();
              var last = good.stream().map(DemoEvent::createdAt).max(Comparator.naturalOrder());
              boolean isTried = good.size() + bad > 0;
              return row(
                  each.id(),
                  each.name(),
                  each.connectionType(),
                  each.state(),
                  each.organizationId(),
                  good.size(),
                  bad,
                  isTried ? (double) good.size() / (good.size() + bad) : "null",
                  last);
            });
  }

  private static boolean has(DemoEvent event, String status) {
    return event.status().equals(Optional.of(status));
  }

  private static LocalDate day(DemoEvent event) {
    return event.createdAt().atZone(ZoneOffset.UTC).toLocalDate();
  }

  private static long people(List<DemoEvent> events) {
    return events.stream().flatMap(event -> event.email().stream()).distinct().count();
  }

  Stream<List<Object>> failures() {
    return data.events().stream()
        .filter(event -> has(event, "failed") || has(event, "timed_out"))
        .collect(
            Collectors.groupingBy(
                event ->
                    row(
                        day(event),
                        event.type(),
                        event.error().map(DemoEvent.Problem::code),
                        event.error().map(DemoEvent.Problem::message))))
        .entrySet()
        .stream()
        .map(
            group ->
                Stream.concat(
                        group.getKey().stream(),
                        Stream.of(group.getValue().size(), people(group.getValue())))
                    .toList());
  }

  Stream<List<Object>> bursts() {
    return data.events().stream()
        .filter(event -> has(event, "failed") && event.ipAddress().isPresent())
        .collect(
            Collectors.groupingBy(
                event -> row(event.ipAddress(), event.createdAt().truncatedTo(ChronoUnit.HOURS))))
        .entrySet()
        .stream()
        .filter(group -> group.getValue().size() >= 10)
        .map(
            group -> {
              var times = group.getValue().stream().map(DemoEvent::createdAt).sorted().toList();
              return row(
                  group.getKey().get(0),
                  group.getKey().get(1),
                  times.size(),
                  people(group.getValue()),
                  times.get(0),
                  times.get(times.size() - 1));
            });
  }

  Stream<List<Object>> active(Function<LocalDate, LocalDate> period) {
    return data.events().stream()
        .filter(event -> has(event, "succeeded"))
        .collect(
            Collectors.groupingBy(
                event -> period.apply(day(event)),
                Collectors.mapping(
                    event -> event.email().orElseThrow().toLowerCase(Locale.ROOT),
                    Collectors.toSet())))
        .entrySet()
        .stream()
        .map(group -> row(group.getKey(), group.getValue().size()));
  }
}
