package io.workosjdbc.sql;

import io.workosjdbc.demo.OktaData;
import io.workosjdbc.demo.OktaObject;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A small Okta organization that tests know by heart, told in {@link StoryTime}. */
final class OktaWorld {
  /** What is asked for where all users are wanted. */
  static final String EVERYBODY =
      "status eq \"ACTIVE\" or status eq \"DEPROVISIONED\" or status eq \"LOCKED_OUT\""
          + " or status eq \"PASSWORD_EXPIRED\" or status eq \"PROVISIONED\""
          + " or status eq \"RECOVERY\" or status eq \"STAGED\" or status eq \"SUSPENDED\""
          + StoryTime.toStory(" or lastUpdated ge \"1970-01-01T00:00:00.000Z\"");

  /** What every request for authentication events has. */
  static final String SIGN_INS =
      "eventType sw \"user.authentication\" or eventType sw \"user.session\""
          + " or eventType sw \"user.mfa\" or eventType eq \"policy.evaluate_sign_on\"";

  private OktaWorld() {}

  /** Five users, three groups, three applications, eight events. */
  static OktaData data() {
    Map<String, List<OktaObject>> lists = new HashMap<>();
    var ada = user("00u_ada", "ACTIVE", "ada@acme.example", "Ada", "Sales", "2026-01-01");
    var ben = user("00u_ben", "DEPROVISIONED", "ben@acme.example", "Ben", "Sales", "2026-02-01");
    var cyd = user("00u_cyd", "ACTIVE", "CYD@beta.example", "Cyd \"C\\\"", "Legal", "2026-03-01");
    var dot = user("00u_dot", "STAGED", "dot@beta.example", "Dot", "sales", "2026-04-01");
    var eve = user("00u_eve", "SUSPENDED", "eve@home.example", "Eve", "", "2026-05-01");
    lists.put("/api/v1/users", List.of(ada, ben, cyd, dot, eve));
    lists.put(
        "/api/v1/groups",
        List.of(
            group("00g_all", "Everyone", "BUILT_IN"),
            group("00g_sales", "Sales EMEA", "OKTA_GROUP"),
            group("00g_none", "Empty", "APP_GROUP")));
    lists.put("/api/v1/groups/00g_all/users", List.of(ada, cyd, dot, eve));
    lists.put("/api/v1/groups/00g_sales/users", List.of(ada));
    lists.put(
        "/api/v1/apps",
        List.of(
            app("0oa_1", "workos", "ACTIVE"),
            app("0oa_2", "slack", "INACTIVE"),
            app("0oa_3", "slack", "ACTIVE")));
    lists.put("/api/v1/apps/0oa_1/users", List.of(assigned("00u_ada"), assigned("00u_cyd")));
    lists.put("/api/v1/apps/0oa_3/users", List.of(assigned("00u_ada")));
    lists.put("/api/v1/users/00u_ada/factors", List.of(factor("mfa_1"), factor("mfa_2")));
    lists.put("/api/v1/logs", events());
    return OktaData.of(lists);
  }

  /** An organization with one user. */
  static OktaData dataOf(String id, String status) {
    var user = user(id, status, "fay@acme.example", "Fay", "Sales", "2026-01-01");
    return OktaData.of(Map.of("/api/v1/users", List.of(user)));
  }

  private static OktaObject user(
      String id, String status, String login, String firstName, String department, String day) {
    var created = StoryTime.at(day + "T10:00:00Z");
    var profile = new LinkedHashMap<String, @Nullable Object>();
    profile.put("login", login);
    profile.put("email", login);
    profile.put("firstName", firstName);
    profile.put("lastName", "Doe");
    profile.put("department", department.isEmpty() ? null : department);
    profile.put("shoeSize", 42);
    return object(
        id,
        created,
        "status",
        status,
        "created",
        created,
        "lastUpdated",
        created.plusSeconds(60),
        "activated",
        status.equals("STAGED") ? null : created,
        "profile",
        profile,
        "credentials",
        Map.of("password", Map.of("value", "secret")));
  }

  private static OktaObject group(String id, String name, String type) {
    var created = StoryTime.at("2026-01-01T00:00:00Z");
    return object(
        id,
        created,
        "type",
        type,
        "created",
        created,
        "lastUpdated",
        created,
        "lastMembershipUpdated",
        StoryTime.at("2026-06-01T00:00:00Z"),
        "objectClass",
        List.of("okta:user_group"),
        "profile",
        Map.of("name", name));
  }

  private static OktaObject app(String id, String name, String status) {
    var created = StoryTime.at("2026-01-01T00:00:00Z");
    return object(
        id,
        created,
        "name",
        name,
        "label",
        name + " of " + id,
        "status",
        status,
        "created",
        created,
        "credentials",
        Map.of("oauthClient", Map.of("client_id", id, "client_secret", "secret")));
  }

  private static OktaObject assigned(String user) {
    var created = StoryTime.at("2026-06-01T00:00:00Z");
    return object(user, created, "scope", "USER", "status", "ACTIVE", "created", created);
  }

  private static OktaObject factor(String id) {
    var created = StoryTime.at("2026-06-01T00:00:00Z");
    var activation = Map.of("activation", Map.of("sharedSecret", "secret"));
    return object(
        id,
        created,
        "factorType",
        "push",
        "provider",
        "OKTA",
        "created",
        created,
        "_embedded",
        activation);
  }

  private static List<OktaObject> events() {
    return List.of(
        event("e1", "user.session.start", "SUCCESS", "00u_ada", "2026-06-20T08:00:00Z"),
        event("e2", "user.authentication.sso", "SUCCESS", "00u_ada", "2026-06-20T08:00:01Z"),
        event("e3", "user.session.start", "FAILURE", "00u_cyd", "2026-06-21T09:00:00Z"),
        event("e4", "policy.evaluate_sign_on", "ALLOW", "00u_cyd", "2026-06-21T09:05:00Z"),
        event("e5", "user.session.start", "SUCCESS", "00u_cyd", "2026-06-21T09:05:00Z"),
        event("e6", "group.user_membership.add", "SUCCESS", "00u_ada", "2026-06-22T10:00:00Z"),
        event("e7", "user.mfa.factor.activate", "SUCCESS", "00u_ada", "2026-06-23T11:00:00Z"),
        event("e8", "user.session.end", "SUCCESS", "00u_ada", "2026-06-24T12:00:00Z"));
  }

  private static OktaObject event(
      String uuid, String type, String result, String actor, String time) {
    var published = StoryTime.at(time);
    boolean failed = result.equals("FAILURE");
    var outcome = new LinkedHashMap<String, @Nullable Object>();
    outcome.put("result", result);
    outcome.put("reason", failed ? "INVALID_CREDENTIALS" : null);
    var client = new LinkedHashMap<String, @Nullable Object>();
    client.put("ipAddress", failed ? "203.0.113.7" : "192.0.2.1");
    client.put("zone", "null");
    client.put("geographicalContext", failed ? null : Map.of("country", "Germany"));
    return object(
        uuid,
        published,
        "uuid",
        uuid,
        "published",
        published,
        "eventType",
        type,
        "severity",
        failed ? "WARN" : "INFO",
        "actor",
        Map.of("id", actor, "type", "User", "alternateId", actor + "@acme.example"),
        "client",
        client,
        "outcome",
        outcome,
        "target",
        null,
        "authenticationContext",
        Map.of("credentialType", "PASSWORD"));
  }

  /** An object with these members: name, value, name, value... */
  private static OktaObject object(String id, Instant at, @Nullable Object... members) {
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("id", id);
    for (int i = 0; i < members.length; i += 2) {
      var value = members[i + 1];
      json.put(String.valueOf(members[i]), value instanceof Instant time ? text(time) : value);
    }
    return new OktaObject(id, at, json);
  }

  private static String text(Instant time) {
    return time.toString().replaceFirst("(\\.\\d+)?Z$", ".000Z");
  }
}
