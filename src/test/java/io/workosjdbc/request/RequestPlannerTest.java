package io.workosjdbc.request;

import static io.workosjdbc.request.Condition.Operator.EQUAL;
import static io.workosjdbc.request.Condition.Operator.GREATER;
import static io.workosjdbc.request.Condition.Operator.LESS;
import static io.workosjdbc.request.Conditions.all;
import static io.workosjdbc.request.Conditions.any;
import static io.workosjdbc.request.Conditions.in;
import static io.workosjdbc.request.Conditions.is;
import static io.workosjdbc.request.Conditions.like;
import static io.workosjdbc.request.Conditions.time;
import static org.assertj.core.api.Assertions.assertThat;

import io.workosjdbc.request.Condition.Compare;
import io.workosjdbc.resource.Resource;
import io.workosjdbc.workos.WorkOs;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RequestPlannerTest {

  private static final Instant NOW = Instant.parse("2026-06-30T12:00:00Z");
  private static final Resource ORGANIZATION = table("workos_organization");
  private static final Resource CONNECTION = table("workos_connection");
  private static final Resource EVENT = table("workos_auth_event");

  private static Resource table(String name) {
    return WorkOs.SOURCE.resource(name).orElseThrow();
  }

  private static RequestPlanner planner(Sizes sizes, boolean pushdown) {
    return new RequestPlanner(
        WorkOs.SOURCE, new Reach(Duration.ofDays(90)), ArrayStyle.COMMA, sizes, pushdown);
  }

  private static AccessPlan plan(Resource resource, Condition condition, Wish wish) {
    return planner(Sizes.UNKNOWN, true).plan(resource, condition, wish, NOW);
  }

  private static List<String> requests(Resource resource, Condition condition) {
    return lines(plan(resource, condition, Wish.NONE));
  }

  private static List<String> lines(AccessPlan plan) {
    return plan.requests().stream().map(Request::line).toList();
  }

  /** The part of event requests that conditions on names decide. */
  private static List<String> names(Condition condition) {
    return plan(EVENT, condition, Wish.NONE).requests().stream()
        .limit(1)
        .flatMap(request -> ((ListRequest) request).names().stream())
        .map(name -> name.replace("authentication.", ""))
        .toList();
  }

  private static List<String> windows(AccessPlan plan) {
    return plan.requests().stream()
        .map(request -> ((ListRequest) request).window().orElseThrow())
        .map(window -> window.from() + " " + window.to())
        .toList();
  }

  @Test
  void withoutAConditionTheWholeListIsRead() {
    assertThat(requests(ORGANIZATION, Condition.anything()))
        .containsExactly("GET /organizations?limit=100");
  }

  @Test
  void aKeyIsReadByItself() {
    assertThat(requests(ORGANIZATION, is("id", "org_1")))
        .containsExactly("GET /organizations/org_1");
    assertThat(requests(ORGANIZATION, is("external_id", "a/b c")))
        .containsExactly("GET /organizations/external_id/a%2Fb%20c");
  }

  @Test
  void someKeysAreReadOneByOneAndManyByTheList() {
    assertThat(requests(ORGANIZATION, in("id", "org_1", "org_2", "org_1")))
        .containsExactly("GET /organizations/org_1", "GET /organizations/org_2");
    var eleven = IntStream.range(0, 11).mapToObj(i -> "org_" + i).toArray(String[]::new);
    assertThat(requests(ORGANIZATION, in("id", eleven)))
        .containsExactly("GET /organizations?limit=100");
  }

  @Test
  void aListKnownToBeShortIsReadInsteadOfItsKeys() {
    Sizes shortList = resource -> OptionalLong.of(40);
    assertThat(
            lines(
                planner(shortList, true)
                    .plan(ORGANIZATION, in("id", "org_1", "org_2"), Wish.NONE, NOW)))
        .containsExactly("GET /organizations?limit=100");
  }

  @Test
  void aKeyThatWouldLeaveItsPathIsNotPutThere() {
    for (var key : List.of("", ".", "..")) {
      assertThat(requests(ORGANIZATION, is("id", key)))
          .containsExactly("GET /organizations?limit=100");
    }
    assertThat(requests(ORGANIZATION, is("id", "../organizations?x=1#y\r\n")))
        .containsExactly("GET /organizations/..%2Forganizations%3Fx%3D1%23y%0D%0A");
  }

  @Test
  void contradictionsAskNothing() {
    assertThat(requests(ORGANIZATION, all(is("id", "org_1"), is("id", "org_2")))).isEmpty();
    assertThat(requests(ORGANIZATION, Compare.of("id", EQUAL, new Operand.Null()))).isEmpty();
    assertThat(requests(EVENT, is("event_type", "authentication.nonsense"))).isEmpty();
    assertThat(requests(EVENT, all(is("outcome", "failed"), is("outcome", "succeeded")))).isEmpty();
    assertThat(
            requests(
                EVENT,
                all(time(LESS, "2026-06-01T00:00:00Z"), time(GREATER, "2026-06-02T00:00:00Z"))))
        .isEmpty();
    assertThat(requests(CONNECTION, any())).isEmpty();
  }

  @Test
  void parametersNarrowTheListTogether() {
    assertThat(
            requests(
                CONNECTION, all(is("organization_id", "org_1"), is("connection_type", "OktaSAML"))))
        .containsExactly(
            "GET /connections?limit=100&organization_id=org_1&connection_type=OktaSAML");
  }

  @Test
  void anInListBecomesOneListForEachValue() {
    assertThat(requests(CONNECTION, in("organization_id", "org_1", "org_2")))
        .containsExactly(
            "GET /connections?limit=100&organization_id=org_1",
            "GET /connections?limit=100&organization_id=org_2");
  }

  @Test
  void typesThatTheFilterDoesNotKnowAreNotSent() {
    for (var type : List.of("GitHubOAuth", "Pending", "Auth0Migration", "TestIdp", "NewSAML")) {
      assertThat(requests(CONNECTION, is("connection_type", type)))
          .containsExactly("GET /connections?limit=100");
    }
    assertThat(requests(CONNECTION, in("connection_type", "OktaSAML", "GitHubOAuth")))
        .containsExactly("GET /connections?limit=100");
  }

  @Test
  void aListOfDomainsIsNarrowedByItsFirst() {
    assertThat(requests(ORGANIZATION, is("domains", "a.example,b.example")))
        .containsExactly("GET /organizations?limit=100&domains=a.example");
    assertThat(requests(CONNECTION, in("domains", "a.example", "a.example,b.example")))
        .containsExactly("GET /connections?limit=100&domain=a.example");
  }

  @Test
  void anEmptyValueIsNoParameter() {
    assertThat(requests(CONNECTION, is("organization_id", "")))
        .containsExactly("GET /connections?limit=100");
  }

  @Test
  void alternativesOnDifferentColumnsReadTheWholeList() {
    assertThat(requests(CONNECTION, any(is("organization_id", "org_1"), is("name", "x"))))
        .containsExactly("GET /connections?limit=100");
  }

  @Test
  void outcomeAndMethodAreNamesOfEvents() {
    assertThat(names(is("outcome", "timed_out"))).containsExactly("sso_timed_out");
    assertThat(names(is("method", "mfa")))
        .containsExactly("mfa_failed", "mfa_succeeded", "radar_risk_detected");
    assertThat(names(all(is("method", "mfa"), is("outcome", "failed"))))
        .containsExactly("mfa_failed");
    assertThat(names(new Condition.IsNull("outcome"))).containsExactly("radar_risk_detected");
    assertThat(names(is("method", "carrier_pigeon"))).containsExactly("radar_risk_detected");
  }

  @Test
  void namesFollowLikeAndOrAndNot() {
    assertThat(names(like("event_type", "authentication.sso%"))).hasSize(4);
    assertThat(names(like("event_type", "%_started"))).containsExactly("sso_started");
    assertThat(names(any(is("outcome", "started"), is("event_type", "authentication.mfa_failed"))))
        .containsExactly("mfa_failed", "sso_started");
    assertThat(
            names(
                Compare.of(
                    "outcome", Condition.Operator.NOT_EQUAL, new Operand.Value("succeeded"))))
        .hasSize(9);
    assertThat(names(any(is("outcome", "started"), is("email", "ann@acme.example")))).hasSize(18);
  }

  @Test
  void theEarliestAreReadFromTheOldEndAndTheLatestInGrowingWindows() {
    var earliest = plan(EVENT, Condition.anything(), wish(Direction.ASCENDING));
    assertThat(windows(earliest).get(0)).startsWith("2026-04-01");
    assertThat(earliest.order()).contains(Direction.ASCENDING);
    var latest = plan(EVENT, Condition.anything(), wish(Direction.DESCENDING));
    assertThat(windows(latest))
        .startsWith(
            "2026-06-30T11:05:00Z 2026-06-30T12:05:00Z",
            "2026-06-29T11:05:00Z 2026-06-30T11:05:00Z",
            "2026-06-22T11:05:00Z 2026-06-29T11:05:00Z");
    assertThat(lines(latest)).allMatch(line -> line.contains("&order=desc&"));
  }

  @Test
  void aFanOutIsNotSorted() {
    assertThat(plan(CONNECTION, in("organization_id", "a", "b"), wish(Direction.ASCENDING)).order())
        .isEmpty();
    assertThat(plan(CONNECTION, is("organization_id", "a"), wish(Direction.ASCENDING)).order())
        .contains(Direction.ASCENDING);
  }

  @Test
  void continuationsDropTheStartOfTheRange() {
    var request = (ListRequest) plan(EVENT, is("outcome", "started"), Wish.NONE).requests().get(0);
    assertThat(request.targetAfter("event_1", true))
        .isEqualTo(
            "/events?limit=100&events=authentication.sso_started&order=asc"
                + "&range_end=2026-06-30T12:05:00.000Z&after=event_1");
    assertThat(request.targetAfter("event_1", false))
        .isEqualTo("/events?limit=100&events=authentication.sso_started&order=asc&after=event_1");
  }

  @Test
  void listsAreWrittenInTheStyleAskedFor() {
    var values = List.of("a b", "c,d");
    assertThat(ArrayStyle.COMMA.write("x", values)).isEqualTo("x=a%20b,c%2Cd");
    assertThat(ArrayStyle.REPEAT.write("x", values)).isEqualTo("x=a%20b&x=c%2Cd");
    assertThat(ArrayStyle.named("brackets").write("x", values)).isEqualTo("x[]=a%20b&x[]=c%2Cd");
  }

  @Test
  void withoutPushdownOnlyTheLowerBoundOfTimeMatters() {
    var off = planner(Sizes.UNKNOWN, false);
    assertThat(lines(off.plan(ORGANIZATION, is("id", "org_1"), Wish.NONE, NOW)))
        .containsExactly("GET /organizations?limit=100");
    var events = off.plan(EVENT, time(GREATER, "2026-06-29T00:00:00Z"), Wish.NONE, NOW);
    assertThat(windows(events)).hasSize(3);
    assertThat(((ListRequest) events.requests().get(0)).names()).hasSize(18);
  }

  @Test
  void placeholdersAreShownAndContradictNothing() {
    var unknown = Compare.of("id", EQUAL, new Operand.Placeholder("?0"));
    assertThat(requests(ORGANIZATION, all(unknown, is("id", "org_1")))).hasSize(1);
    assertThat(requests(ORGANIZATION, unknown)).containsExactly("GET /organizations/%3F0");
    assertThat(names(Compare.of("event_type", EQUAL, new Operand.Placeholder("?0")))).hasSize(18);
  }

  private static Wish wish(Direction direction) {
    return new Wish(Optional.of(direction), OptionalLong.of(10));
  }
}
