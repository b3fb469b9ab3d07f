package io.workosjdbc.request;

import static io.workosjdbc.request.Conditions.all;
import static io.workosjdbc.request.Conditions.any;
import static io.workosjdbc.request.Conditions.in;
import static io.workosjdbc.request.Conditions.is;
import static org.assertj.core.api.Assertions.assertThat;

import io.workosjdbc.resource.Resource;
import io.workosjdbc.workos.WorkOs;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Lists that cannot be asked for without a key. */
class ScopedListsTest {

  private static final Instant NOW = Instant.parse("2026-06-30T12:00:00Z");
  private static final Resource SESSION = table("workos_session");
  private static final Resource MEMBERSHIP = table("workos_organization_membership");
  private static final Resource GROUP_MEMBERSHIP = table("workos_group_membership");
  private static final Resource DIRECTORY_USER = table("workos_directory_user");
  private static final Resource MEMBERSHIP_RESOURCE = table("workos_membership_resource");

  private static Resource table(String name) {
    return WorkOs.SOURCE.resource(name).orElseThrow();
  }

  private static AccessPlan plan(Resource resource, Condition condition, ArrayStyle style) {
    var planner =
        new RequestPlanner(
            WorkOs.SOURCE, new Reach(Duration.ofDays(90)), style, Sizes.UNKNOWN, true);
    return planner.plan(resource, condition, Wish.NONE, NOW);
  }

  private static AccessPlan plan(Resource resource, Condition condition) {
    return plan(resource, condition, ArrayStyle.COMMA);
  }

  private static List<String> requests(Resource resource, Condition condition) {
    var plan = plan(resource, condition);
    assertThat(plan.fanOut()).isEmpty();
    assertThat(plan.refusal()).isEmpty();
    return lines(plan);
  }

  private static List<String> lines(AccessPlan plan) {
    return plan.requests().stream().map(Request::line).toList();
  }

  @Test
  void aKeyThatIsGivenStandsInThePath() {
    assertThat(requests(SESSION, is("user_id", "user/1")))
        .containsExactly("GET /user_management/users/user%2F1/sessions?limit=100");
  }

  @Test
  void anInListOfKeysIsOneListForEach() {
    assertThat(requests(SESSION, in("user_id", "user_1", "user_2")))
        .containsExactly(
            "GET /user_management/users/user_1/sessions?limit=100",
            "GET /user_management/users/user_2/sessions?limit=100");
    assertThat(requests(SESSION, all(in("user_id", "a", "b"), in("user_id", "b", "c"))))
        .containsExactly("GET /user_management/users/b/sessions?limit=100");
  }

  @Test
  void aKeyThatCannotBeAnIdNamesNothing() {
    assertThat(requests(SESSION, is("user_id", ".."))).isEmpty();
    assertThat(requests(SESSION, any())).isEmpty();
  }

  @Test
  void aKeyMayBeAParameter() {
    assertThat(requests(DIRECTORY_USER, is("directory_id", "directory_1")))
        .containsExactly("GET /directory_users?limit=100&directory=directory_1");
    assertThat(
            requests(
                DIRECTORY_USER,
                all(is("directory_id", "directory_1"), is("email", "ann@acme.example"))))
        .containsExactly(
            "GET /directory_users?limit=100&directory=directory_1&email=ann%40acme.example");
  }

  @Test
  void everyStatusIsAskedForUnlessSomeAreWanted() {
    assertThat(requests(MEMBERSHIP, is("organization_id", "org_1")))
        .containsExactly(
            "GET /user_management/organization_memberships?limit=100&organization_id=org_1"
                + "&statuses=active,inactive,pending");
    assertThat(requests(MEMBERSHIP, all(is("organization_id", "org_1"), is("status", "pending"))))
        .containsExactly(
            "GET /user_management/organization_memberships?limit=100&organization_id=org_1"
                + "&statuses=pending");
  }

  @Test
  void parametersThatAreAlwaysSentAreWrittenAsListsAre() {
    var applications = table("workos_connect_application");
    assertThat(lines(plan(applications, Condition.anything())))
        .containsExactly(
            "GET /connect/applications?limit=100&registration_types=dynamic,authenticated");
    assertThat(lines(plan(applications, Condition.anything(), ArrayStyle.BRACKETS)))
        .containsExactly(
            "GET /connect/applications?limit=100"
                + "&registration_types[]=dynamic&registration_types[]=authenticated");
  }

  @Test
  void theScopeWithTheFewestKeysIsTaken() {
    assertThat(
            requests(
                MEMBERSHIP, all(in("organization_id", "org_1", "org_2"), is("user_id", "user_1"))))
        .hasSize(1)
        .allMatch(line -> line.contains("&user_id=user_1&"));
  }

  @Test
  void withoutAKeyTheListsOfAllParentsAreRead() {
    var fanOut = plan(SESSION, is("status", "active")).fanOut().orElseThrow();
    assertThat(lines(fanOut.parentPlan())).containsExactly("GET /user_management/users?limit=100");
    assertThat(fanOut.shown())
        .containsExactly("GET /user_management/users/user_id/sessions?limit=100");
  }

  @Test
  void everyValueOfAFilterIsAListOfEachParent() {
    var fanOut =
        plan(DIRECTORY_USER, in("email", "ann@acme.example", "bob@acme.example"))
            .fanOut()
            .orElseThrow();
    assertThat(fanOut.shown())
        .containsExactly(
            "GET /directory_users?limit=100&directory=directory_id&email=ann%40acme.example",
            "GET /directory_users?limit=100&directory=directory_id&email=bob%40acme.example");
  }

  @Test
  void oneKeyOfTwoNarrowsTheParents() {
    var fanOut = plan(GROUP_MEMBERSHIP, is("organization_id", "org_1")).fanOut().orElseThrow();
    assertThat(lines(fanOut.parentPlan()))
        .containsExactly("GET /organizations/org_1/groups?limit=100");
    assertThat(
            requests(
                GROUP_MEMBERSHIP, all(is("organization_id", "org_1"), is("group_id", "group_1"))))
        .containsExactly(
            "GET /organizations/org_1/groups/group_1/organization-memberships?limit=100");
  }

  @Test
  void parentsMayHaveParents() {
    var groups = plan(GROUP_MEMBERSHIP, Condition.anything()).fanOut().orElseThrow();
    var organizations = groups.parentPlan().fanOut().orElseThrow();
    assertThat(lines(organizations.parentPlan())).containsExactly("GET /organizations?limit=100");
  }

  @Test
  void whatNobodyListsHasToBeGiven() {
    var none = plan(table("workos_resource_membership"), is("resource_id", "r"));
    assertThat(none.refusal())
        .contains(
            "The API does not list workos_resource_membership; say which:"
                + " WHERE resource_id = '...' AND permission_slug = '...'");
    assertThat(none.isNothing()).isFalse();
    assertThat(Estimate.of(none, Sizes.UNKNOWN, OptionalLong.empty()).requests())
        .isGreaterThan(1e9);
  }

  @Test
  void alternativeSetsOfKeysMayShareSome() {
    var common = all(is("organization_membership_id", "om_1"), is("permission_slug", "read"));
    assertThat(requests(MEMBERSHIP_RESOURCE, all(common, is("parent_resource_id", "res_1"))))
        .containsExactly(
            "GET /authorization/organization_memberships/om_1/resources"
                + "?limit=100&permission_slug=read&parent_resource_id=res_1");
    assertThat(
            requests(
                MEMBERSHIP_RESOURCE,
                all(
                    common,
                    is("parent_resource_external_id", "p 1"),
                    is("parent_resource_type_slug", "project"))))
        .containsExactly(
            "GET /authorization/organization_memberships/om_1/resources?limit=100"
                + "&permission_slug=read"
                + "&parent_resource_external_id=p%201&parent_resource_type_slug=project");
  }

  @Test
  void anObjectIsAskedForByItsKeyAlone() {
    assertThat(requests(table("workos_magic_auth"), is("id", "magic_auth_1")))
        .containsExactly("GET /user_management/magic_auth/magic_auth_1");
    assertThat(requests(table("workos_jwt_template"), Condition.anything()))
        .containsExactly("GET /user_management/jwt_template");
  }

  @Test
  void withoutPushdownOnlyKeysThatNobodyListsMatter() {
    var off =
        new RequestPlanner(
            WorkOs.SOURCE, new Reach(Duration.ofDays(90)), ArrayStyle.COMMA, Sizes.UNKNOWN, false);
    assertThat(off.useful(SESSION, is("user_id", "user_1"))).isEqualTo(Condition.anything());
    assertThat(off.useful(table("workos_magic_auth"), is("id", "magic_auth_1")))
        .isEqualTo(is("id", "magic_auth_1"));
  }

  @Test
  void elementsOfAListAreReadFromItsPages() {
    var domains = table("workos_organization_domain");
    assertThat(requests(domains, Condition.anything()))
        .containsExactly("GET /organizations?limit=100");
    assertThat(requests(domains, is("domain", "acme.example")))
        .containsExactly("GET /organizations?limit=100&domains=acme.example");
    assertThat(requests(domains, is("id", "org_domain_1")))
        .containsExactly("GET /organization_domains/org_domain_1");
  }

  /** A range that is counted from now is that of the file which was made a little before. */
  @Test
  void exportsBeginAndEndAtFullFiveMinutes() {
    assertThat(exports(NOW.minusSeconds(61), NOW.plusSeconds(1)))
        .isEqualTo(exports(NOW.minusSeconds(2), NOW.plusSeconds(60)))
        .containsExactly(
            "POST /audit_logs/exports?organization_id=org_1&range_start=2026-06-29T11:54:59.999Z"
                + "&range_end=2026-06-30T12:10:00.000Z");
  }

  private static List<String> exports(Instant from, Instant now) {
    var planner =
        new RequestPlanner(
            WorkOs.SOURCE, new Reach(Duration.ofDays(90)), ArrayStyle.COMMA, Sizes.UNKNOWN, true);
    var condition =
        all(
            is("organization_id", "org_1"),
            Condition.Compare.of(
                "occurred_at",
                Condition.Operator.GREATER_OR_EQUAL,
                new Operand.Value(from.minus(Duration.ofDays(1)))));
    return lines(
        planner.withExports(true).plan(table("workos_audit_log_event"), condition, Wish.NONE, now));
  }
}
