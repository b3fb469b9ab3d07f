package io.workosjdbc.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The demo Okta is as strict as the fact sheet has it, and matches the demo WorkOS. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OktaServerTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-06-30T12:00:00Z"), ZoneOffset.UTC);
  private static final DemoOptions OPTIONS =
      DemoOptions.defaults().withClock(CLOCK).withEventCount(400);

  private final OktaServer server = OktaServer.start(OPTIONS);
  private final HttpClient client = HttpClient.newHttpClient();

  @AfterAll
  void close() {
    server.close();
  }

  private HttpResponse<String> get(String target, String authorization) {
    var url = target.startsWith("http") ? target : server.baseUrl() + target;
    var request =
        HttpRequest.newBuilder(URI.create(url)).header("Authorization", authorization).build();
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private HttpResponse<String> get(String target) {
    return get(target, "SSWS " + server.token());
  }

  private static String encoded(String expression) {
    return URLEncoder.encode(expression, StandardCharsets.UTF_8);
  }

  private static Optional<String> next(HttpResponse<String> answer) {
    return answer.headers().allValues("Link").stream()
        .flatMap(line -> List.of(line.split(", ", -1)).stream())
        .filter(link -> link.endsWith("; rel=\"next\""))
        .map(link -> link.substring(1, link.indexOf('>')))
        .findFirst();
  }

  @Test
  void bothSchemesAreTakenAndNoOtherToken() {
    assertThat(get("/api/v1/users", "Bearer " + server.token()).statusCode()).isEqualTo(200);
    var refused = get("/api/v1/users", "SSWS wrong");
    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(refused.body()).contains("\"errorCode\":\"E0000011\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/api/v1/users | colour=red | E0000001",
        "/api/v1/users | limit=201 | E0000001",
        "/api/v1/users | after=nonsense | E0000001",
        "/api/v1/users | filter=profile.department eq \"x\" | E0000053",
        "/api/v1/users | filter=profile.email sw \"x\" | E0000053",
        "/api/v1/users | search=profile.department co \"x\" | E0000031",
        "/api/v1/users | search=profile.department ne \"x\" | E0000031",
        "/api/v1/users | search=not (status eq \"x\") | E0000031",
        "/api/v1/users | search=status eq x | E0000031",
        "/api/v1/users | search=(status eq \"x\" | E0000031",
        "/api/v1/apps | filter=status eq \"x\" and name eq \"y\" | E0000053",
        "/api/v1/logs | filter=published gt \"2026-01-01T00:00:00.000Z\" | E0000053",
        "/api/v1/logs | since=2025-06-30T12:00:00.000Z | E0000053",
        "/api/v1/logs | since=yesterday | E0000001",
        "/api/v1/logs | sortOrder=desc | E0000001",
        "/api/v1/logs | limit=1001 | E0000001"
      })
  void whatItDoesNotUnderstandIsRefused(String path, String parameter, String code) {
    int equals = parameter.indexOf('=');
    var name = parameter.substring(0, equals);
    var answer = get(path + "?" + name + "=" + encoded(parameter.substring(equals + 1)));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("\"errorCode\":\"" + code + "\"");
  }

  @Test
  void unknownObjectsAreNotFound() {
    for (var path :
        new String[] {
          "/api/v1/users/x", "/api/v1/groups/x/users", "/api/v1/users/x/factors", "/x"
        }) {
      assertThat(get(path).statusCode()).as(path).isEqualTo(404);
    }
  }

  @Test
  void thePlainListLeavesOutTheDeprovisioned() {
    var filter = "?filter=" + encoded("status eq \"DEPROVISIONED\"");
    assertThat(get("/api/v1/users?limit=200").body()).doesNotContain("\"DEPROVISIONED\"");
    assertThat(get("/api/v1/users" + filter).body()).contains("\"DEPROVISIONED\"");
  }

  @Test
  void linksLeadThroughTheWholeList() {
    var filter = encoded("status eq \"ACTIVE\"");
    Optional<String> next = Optional.of("/api/v1/users?limit=7&filter=" + filter);
    int pages = 0;
    int users = 0;
    while (next.isPresent()) {
      var answer = get(next.get());
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("X-Rate-Limit-Remaining")).isPresent();
      assertThat(answer.headers().firstValue("X-Okta-Request-Id")).isPresent();
      users += answer.body().split("\"status\":\"ACTIVE\"", -1).length - 1;
      pages++;
      next = next(answer);
    }
    assertThat(users)
        .isEqualTo(
            server.data().users().stream()
                .filter(user -> user.text("status").equals(Optional.of("ACTIVE")))
                .count());
    assertThat(pages).isEqualTo((users + 6) / 7);
  }

  /** A query without an end is a poll: there is always a next page. */
  @Test
  void onlyPollsGoOnForever() {
    assertThat(next(get("/api/v1/logs?limit=1000&since=2026-06-29T12:00:00Z"))).isPresent();
    assertThat(
            next(
                get(
                    "/api/v1/logs?limit=1000&since=2026-06-30T11:00:00Z&until=2026-06-30T12:00:00Z")))
        .isEmpty();
  }

  /** In both directions, and within the time asked for. */
  @Test
  void cursorsKeepTheTime() {
    var range = "&since=2026-06-20T00:00:00.000Z&until=2026-06-27T00:00:00.000Z";
    for (var order : List.of("ASCENDING", "DESCENDING")) {
      Optional<String> next = Optional.of("/api/v1/logs?limit=5&sortOrder=" + order + range);
      var found = new ArrayList<String>();
      while (next.isPresent()) {
        var answer = get(next.get());
        Pattern.compile("\"uuid\":\"([^\"]*)\"")
            .matcher(answer.body())
            .results()
            .forEach(uuid -> found.add(uuid.group(1)));
        next = next(answer);
      }
      var expected =
          server.data().events().stream()
              .filter(event -> !event.at().isBefore(Instant.parse("2026-06-20T00:00:00Z")))
              .filter(event -> event.at().isBefore(Instant.parse("2026-06-27T00:00:00Z")))
              .map(OktaObject::id)
              .toList();
      assertThat(expected).hasSizeGreaterThan(10);
      assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
      assertThat(found.get(0))
          .isEqualTo(
              order.equals("ASCENDING") ? expected.get(0) : expected.get(expected.size() - 1));
    }
  }

  @Test
  void theSameOptionsGiveTheSameOrganization() {
    var again = OktaGenerator.generate(OPTIONS);
    assertThat(again.users()).isEqualTo(server.data().users());
    assertThat(again.groups()).isEqualTo(server.data().groups());
    assertThat(again.events()).isEqualTo(server.data().events());
  }

  @Test
  void itsPeopleAreThoseWhoSignInToTheDemoWorkos() {
    var emails =
        DataGenerator.generate(OPTIONS).things("/user_management/users").stream()
            .map(user -> String.valueOf(user.json().get("email")))
            .collect(Collectors.toSet());
    Set<String> logins =
        server.data().users().stream()
            .map(user -> user.text("profile.login").orElseThrow())
            .collect(Collectors.toSet());
    assertThat(logins).hasSizeGreaterThan(50);
    assertThat(emails).containsAll(logins);
  }
}
