package io.workosjdbc.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Iterables;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DataTest {
  private static final Instant NOW = Instant.parse("2026-03-04T12:00:00Z");
  private static final DemoOptions OPTIONS =
      DemoOptions.defaults().withClock(Clock.fixed(NOW, ZoneOffset.UTC));
  private static final DemoData DATA = DataGenerator.generate(OPTIONS);

  @Test
  void theSameSeedGivesTheSameData() {
    DemoData again = DataGenerator.generate(OPTIONS);
    assertThat(again.organizations()).isEqualTo(DATA.organizations());
    assertThat(again.connections()).isEqualTo(DATA.connections());
    assertThat(again.directories()).isEqualTo(DATA.directories());
    assertThat(again.events()).isEqualTo(DATA.events());
    assertThat(DataGenerator.generate(OPTIONS.withSeed(7)).events()).isNotEqualTo(DATA.events());
  }

  @Test
  void idsAreUniqueAndCarryTheTime() {
    Set<String> ids = new HashSet<>();
    for (DemoObject object :
        Iterables.concat(
            DATA.organizations(), DATA.connections(), DATA.directories(), DATA.events())) {
      assertThat(ids.add(object.id())).isTrue();
      assertThat(object.id())
          .matches("(org|conn|directory|event)_[0-9A-HJKMNP-TV-Z]{26}")
          .contains(Ulid.of("", object.createdAt().toEpochMilli(), 0, 0).substring(0, 11));
      assertThat(object.createdAt()).isBefore(NOW);
    }
  }

  @Test
  void organizationsVaryInEveryOptionalField() {
    List<DemoOrganization> organizations = DATA.organizations();
    assertThat(organizations).hasSize(40);
    assertThat(organizations.stream().map(organization -> organization.domains().size()))
        .contains(0, 1, 2, 3);
    assertThat(organizations.stream().map(each -> each.externalId().isPresent()))
        .contains(true, false);
    assertThat(organizations.stream().map(each -> each.stripeCustomerId().isPresent()))
        .contains(true, false);
    assertThat(organizations.stream().map(DemoOrganization::allowProfilesOutsideOrganization))
        .contains(Optional.empty(), Optional.of(true), Optional.of(false));
    assertThat(organizations.stream().flatMap(each -> each.domains().stream()))
        .anyMatch(domain -> domain.verificationToken().isPresent());
    assertThat(organizations.stream().map(DemoOrganization::createdAt).distinct().count())
        .isLessThan(40);
  }

  @Test
  void connectionsHaveEveryStateAndSomeUnknownOnes() {
    assertThat(DATA.connections().stream().map(DemoConnection::state).distinct())
        .containsExactlyInAnyOrder(
            "requires_type",
            "draft",
            "active",
            "validating",
            "inactive",
            "deleting",
            "quarantined");
    assertThat(DATA.connections().stream().map(DemoConnection::connectionType))
        .contains("GitHubOAuth", "Pending", "HyperionSAML", "OktaSAML");
    assertThat(DATA.connections()).anyMatch(connection -> connection.organizationId().isEmpty());
  }

  @Test
  void directoriesHaveEveryStateAndSomeLackFields() {
    assertThat(DATA.directories().stream().map(DemoDirectory::state).distinct())
        .containsExactlyInAnyOrder(
            "linked", "validating", "invalid_credentials", "unlinked", "deleting", "paused");
    assertThat(DATA.directories().stream().map(DemoDirectory::directoryType).distinct())
        .hasSize(21);
    assertThat(DATA.directories()).anyMatch(directory -> directory.domain().isEmpty());
    assertThat(DATA.directories()).anyMatch(directory -> directory.counts().isEmpty());
  }

  @Test
  void eventsAreOfAllKindsWithinTheRetention() {
    assertThat(DATA.events()).hasSize(20_000);
    assertThat(DATA.events().stream().map(DemoEvent::event).distinct())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(AuthKind.values()).map(AuthKind::event).toList());
    assertThat(DATA.events().get(0).createdAt()).isAfter(NOW.minus(Duration.ofDays(90)));
    assertThat(DATA.events().stream().map(DemoEvent::createdAt).distinct().count())
        .isLessThan(19_900);
    assertThat(DataGenerator.generate(OPTIONS.withEventCount(18)).events()).hasSize(18);
  }

  @Test
  void peopleWorkInOfficeHours() {
    Map<Boolean, Long> byWeekend =
        DATA.events().stream()
            .map(event -> event.createdAt().atZone(ZoneOffset.UTC).getDayOfWeek())
            .collect(
                Collectors.partitioningBy(
                    day -> day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY,
                    Collectors.counting()));
    assertThat(byWeekend.get(false)).isGreaterThan(10 * byWeekend.get(true));
  }

  @Test
  void attacksComeFromFewAddresses() {
    Set<Optional<String>> addresses =
        DATA.events().stream()
            .filter(event -> event.userAgent().equals(Optional.of("python-requests/2.32")))
            .map(DemoEvent::ipAddress)
            .collect(Collectors.toSet());
    assertThat(addresses.size()).isBetween(3, 25);
  }

  @Test
  void payloadsHaveTheShapeOfTheirKind() {
    for (DemoEvent event : DATA.events()) {
      AuthKind kind = EventNames.kind(event.event()).orElseThrow();
      var data = (Map<?, ?>) event.json().get("data");
      assertThat(data).isNotNull();
      assertThat(data.containsKey("sso")).isEqualTo(kind.hasSso());
      assertThat(data.containsKey("error")).isEqualTo(kind.hasError());
      assertThat(data.containsKey("type")).isEqualTo(kind != AuthKind.RADAR_RISK_DETECTED);
      assertThat(data.containsKey("auth_method")).isEqualTo(kind == AuthKind.RADAR_RISK_DETECTED);
      assertThat(data.containsKey("user_id") && data.containsKey("email")).isTrue();
    }
  }

  @Test
  void someEventsNameConnectionsThatAreGone() {
    Set<String> known =
        DATA.connections().stream().map(DemoConnection::id).collect(Collectors.toSet());
    assertThat(DATA.events())
        .anyMatch(event -> event.connectionId().filter(id -> !known.contains(id)).isPresent());
  }

  @Test
  void thereAre111EventNames() {
    assertThat(EventNames.known()).hasSize(111).containsAll(EventNames.NEWER);
  }
}
