package io.workosjdbc.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class FaultsTest {
  private static final DemoServer SERVER =
      DemoServer.start(DemoOptions.defaults().withEventCount(300));
  private static final String LIST = "/organizations?limit=5";
  private final DemoClient client = new DemoClient(SERVER);

  @AfterAll
  static void close() {
    SERVER.close();
  }

  @AfterEach
  void heal() {
    SERVER.heal();
    SERVER.clearRequests();
  }

  @Test
  void strikesTheNextRequestsOfAPath() {
    SERVER.fail(Fault.next(2, "/organizations", Answer.rateLimited(7)));
    assertThat(client.get("/connections").status()).isEqualTo(200);
    var struck = client.send(client.request(LIST));
    assertThat(struck.statusCode()).isEqualTo(429);
    assertThat(struck.headers().firstValue("Retry-After")).contains("7");
    assertThat(client.get(LIST).status()).isEqualTo(429);
    assertThat(client.get(LIST).status()).isEqualTo(200);
    assertThat(SERVER.requests()).hasSize(4);
  }

  @Test
  void strikesTheNthRequestOrEveryOne() {
    SERVER.fail(Fault.nth(2, "/organizations", Answer.html(502)));
    SERVER.fail(Fault.every("/directories", Answer.message(403, "no \"access\"")));
    assertThat(client.get(LIST).status()).isEqualTo(200);
    assertThat(DemoClient.text(client.send(client.request(LIST)))).startsWith("<html>");
    assertThat(client.get(LIST).status()).isEqualTo(200);
    assertThat(client.get("/directories").json())
        .hasToString("{\"message\":\"no \\\"access\\\"\"}");
    assertThat(client.get("/directories").status()).isEqualTo(403);
    SERVER.heal();
    assertThat(client.get("/directories").status()).isEqualTo(200);
  }

  @Test
  void answersWithAnyBodyShape() {
    SERVER.fail(Fault.nth(1, "/organizations", Answer.bareRateLimited()));
    SERVER.fail(Fault.nth(2, "/organizations", Answer.empty(500)));
    SERVER.fail(
        Fault.nth(
            3,
            "/organizations",
            Answer.rateLimited().with("Retry-After", "Wed, 04 Mar 2026 12:00:00 GMT")));
    assertThat(client.get(LIST).json()).hasToString("\"Ratelimited\"");
    assertThat(client.send(client.request(LIST)).body()).isEmpty();
    assertThat(client.send(client.request(LIST)).headers().firstValue("Retry-After"))
        .contains("Wed, 04 Mar 2026 12:00:00 GMT");
  }

  @Test
  void closesTheConnectionBeforeOrInTheBody() {
    SERVER.fail(Fault.next(2, "/organizations", Breakage.CLOSED_IN_BODY));
    assertThatThrownBy(() -> client.get(LIST)).isInstanceOf(UncheckedIOException.class);
    assertThatThrownBy(() -> client.get(LIST)).isInstanceOf(UncheckedIOException.class);
    SERVER.fail(Fault.every("/connections", Breakage.CLOSED_WITHOUT_ANSWER));
    assertThatThrownBy(() -> client.get("/connections")).isInstanceOf(UncheckedIOException.class);
    assertThat(client.get(LIST).status()).isEqualTo(200);
  }

  @Test
  void truncatesJson() {
    String whole = DemoClient.text(client.send(client.request(LIST)));
    SERVER.fail(Fault.every("/organizations", Breakage.TRUNCATED_JSON));
    String half = DemoClient.text(client.send(client.request(LIST)));
    assertThat(half).isEqualTo(whole.substring(0, whole.length() / 2));
  }

  @Test
  void sendsWrongShapes() {
    for (WrongShape shape : WrongShape.values()) {
      SERVER.fail(Fault.next(1, "/organizations", shape));
      var answer = client.send(client.request(LIST));
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(DemoClient.text(answer)).doesNotContain("Acme");
    }
  }

  @Test
  void pagesGoWrongInFourWays() {
    var first = client.get(LIST);
    var second = client.get(LIST + "&after=" + first.after());
    String third = LIST + "&after=" + second.after();

    SERVER.fail(Fault.next(1, "/organizations", PageFault.EMPTY_WITH_CURSOR));
    var empty = client.get(third);
    assertThat(empty.ids()).isEmpty();
    assertThat(empty.after()).isNotEmpty();

    SERVER.fail(Fault.next(1, "/organizations", PageFault.REPEATED_CURSOR));
    var repeated = client.get(third);
    assertThat(repeated.after()).isEqualTo(second.after());
    assertThat(repeated.ids()).hasSize(5);

    SERVER.fail(Fault.next(1, "/organizations", PageFault.BACKWARDS));
    assertThat(client.get(third).ids())
        .containsExactly(
            first.ids().get(4),
            second.ids().get(0),
            second.ids().get(1),
            second.ids().get(2),
            second.ids().get(3));

    SERVER.fail(Fault.next(1, "/organizations", PageFault.REPEATED_ROW));
    assertThat(client.get(third).ids()).startsWith(second.ids().get(4));
  }

  @Test
  void eventsGoBackwardsToo() {
    String target = "/events?limit=5&events=" + DemoClient.AUTH_EVENTS;
    var first = client.get(target);
    var second = client.get(target + "&after=" + first.after());
    SERVER.fail(Fault.next(1, "/events", PageFault.BACKWARDS));
    String third = target + "&after=" + second.after() + "&range_end=2100-01-01T00:00:00Z";
    assertThat(client.get(third).ids()).contains(first.ids().get(4));
  }

  @Test
  void editsChangeOneObjectsJson() {
    DemoEvent event =
        SERVER.data().events().stream()
            .filter(each -> each.sso().isPresent())
            .findFirst()
            .orElseThrow();
    SERVER.edit(event.id(), Edit.remove("data.sso.session_id"));
    SERVER.edit(event.id(), Edit.setNull("data.email"));
    SERVER.edit(event.id(), Edit.set("created_at", "2026-01-01 10:00:00"));
    SERVER.edit(event.id(), Edit.set("data.extra.deep", 5));
    var row = client.get("/events?limit=1&events=" + event.event()).json().at("/data/0");
    assertThat(row.get("id").asText()).isEqualTo(event.id());
    assertThat(row.at("/data/sso").has("session_id")).isFalse();
    assertThat(row.at("/data/email").isNull()).isTrue();
    assertThat(row.get("created_at").asText()).isEqualTo("2026-01-01 10:00:00");
    assertThat(row.at("/data/extra/deep").asInt()).isEqualTo(5);
  }

  @Test
  void holdsAnAnswerUntilItIsReleased() throws Exception {
    Hold hold = Hold.beforeAnswer();
    SERVER.fail(Fault.every("/organizations", hold));
    var answer = client.later(LIST);
    hold.reached().get(10, TimeUnit.SECONDS);
    assertThat(answer).isNotDone();
    hold.release();
    assertThat(answer.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
  }

  @Test
  void holdsABodyUntilItIsReleased() throws Exception {
    Hold hold = Hold.inBody();
    SERVER.fail(Fault.every("/organizations", hold));
    var answer = client.later(LIST);
    hold.reached().get(10, TimeUnit.SECONDS);
    assertThat(answer).isNotDone();
    hold.release();
    assertThat(answer.get(10, TimeUnit.SECONDS).body()).contains("\"object\":\"list\"");
  }

  @Test
  void noticesThatTheClientGaveUp() throws Exception {
    Hold hold = Hold.inBody();
    SERVER.fail(Fault.every("/organizations", hold));
    var answer = client.later(LIST);
    hold.reached().get(10, TimeUnit.SECONDS);
    answer.cancel(true);
    hold.abandoned().get(10, TimeUnit.SECONDS);
  }

  @Test
  void closingTheServerEndsAHold() throws Exception {
    Hold hold = Hold.beforeAnswer();
    CompletableFuture<HttpResponse<String>> answer;
    try (DemoServer other = DemoServer.start(DemoOptions.defaults().withEventCount(0))) {
      other.fail(Fault.every("/", hold));
      DemoClient asking = new DemoClient(other);
      answer = asking.later(LIST);
      hold.reached().get(10, TimeUnit.SECONDS);
    }
    assertThatThrownBy(() -> answer.get(10, TimeUnit.SECONDS))
        .hasRootCauseInstanceOf(IOException.class);
  }

  @Test
  void latencyDelaysAndFaultsCombine() {
    SERVER.fail(Fault.every("/organizations", new Latency(Duration.ofMillis(1))));
    SERVER.fail(Fault.every("/organizations", Answer.code(401, "unauthorized", "key revoked")));
    assertThat(client.get(LIST).json())
        .hasToString("{\"code\":\"unauthorized\",\"message\":\"key revoked\"}");
  }

  @Test
  void strikesConcurrentRequestsOnlyAsOftenAsTold() {
    SERVER.fail(Fault.next(3, "/organizations", Answer.empty(503)));
    List<CompletableFuture<HttpResponse<String>>> answers =
        IntStream.range(0, 12).mapToObj(i -> client.later(LIST)).toList();
    assertThat(
            answers.stream().map(CompletableFuture::join).filter(each -> each.statusCode() == 503))
        .hasSize(3);
  }
}
