package io.workosjdbc.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the demo's lists against the API reference. */
class ThingsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final DemoServer SERVER =
      DemoServer.start(DemoOptions.defaults().withEventCount(2000));
  private final DemoClient client = new DemoClient(SERVER);

  /** These have records of their own; the lists by external ids are no tables. */
  private static final Set<String> OTHERS =
      Set.of("/organizations", "/connections", "/directories", "/events");

  @AfterAll
  static void close() {
    SERVER.close();
  }

  static List<JsonNode> endpoints() throws IOException {
    try (var json = ThingsTest.class.getResourceAsStream("/api/workos-endpoints.json")) {
      return StreamSupport.stream(JSON.readTree(json).spliterator(), false)
          .filter(endpoint -> !OTHERS.contains(endpoint.get("path").asText()))
          .filter(endpoint -> !endpoint.get("path").asText().contains("/{external_id}/"))
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("endpoints")
  void everyListHasObjectsAsTheApiDescribesThem(JsonNode endpoint) throws IOException {
    var list =
        endpoint.get("path").isNull()
            ? endpoint.get("single_get").get(0).asText().replace("_domains/{id}", "_domains")
            : endpoint.get("path").asText();
    assertThat(SERVER.data().things(list)).as(list).isNotEmpty();
    for (DemoThing thing : SERVER.data().things(list)) {
      check(JSON.readTree(Json.bytes(thing.json())), endpoint.get("fields"), list);
    }
  }

  private static void check(JsonNode object, JsonNode fields, String where) {
    var names = new HashSet<String>();
    for (var field : fields) {
      var name = field.get("name").asText();
      names.add(name);
      var value = object.path(name);
      var at = where + " " + name;
      if (value.isMissingNode()) {
        assertThat(field.get("required").asBoolean()).as(at + " is missing").isFalse();
      } else if (value.isNull()) {
        assertThat(field.get("nullable").asBoolean()).as(at + " is null").isTrue();
      } else {
        assertThat(type(value)).as(at).isEqualTo(field.get("type").asText());
        if (field.has("fields")) {
          check(value, field.get("fields"), at);
        }
        if (field.has("item_fields")) {
          value.forEach(element -> check(element, field.get("item_fields"), at));
        }
      }
    }
    object.fieldNames().forEachRemaining(name -> assertThat(names).as(where).contains(name));
  }

  private static String type(JsonNode value) {
    return value.isTextual()
        ? "string"
        : value.isBoolean()
            ? "boolean"
            : value.isInt() ? "integer" : value.isArray() ? "array" : "object";
  }

  @Test
  void theUsersOfEventsExist() {
    var users = new HashSet<String>();
    SERVER.data().things("/user_management/users").forEach(user -> users.add(user.id()));
    for (DemoEvent event : SERVER.data().events()) {
      event.userId().ifPresent(user -> assertThat(users).contains(user));
    }
  }

  @Test
  void directoriesHaveAsManyUsersAsTheySay() {
    for (DemoDirectory directory : SERVER.data().directories()) {
      directory
          .counts()
          .ifPresent(
              counts ->
                  assertThat(
                          SERVER.data().things("/directory_users").stream()
                              .filter(user -> user.has("directory", directory.id())))
                      .hasSize(counts.activeUsers() + counts.inactiveUsers()));
    }
  }

  @Test
  void whatIsRequiredIsRefusedWithout() {
    assertThat(client.get("/directory_users").status()).isEqualTo(422);
    assertThat(client.get("/user_management/organization_memberships").status()).isEqualTo(422);
    var organization = SERVER.data().organizations().get(0).id();
    assertThat(client.get("/organizations/" + organization + "/groups?x=1").status())
        .isEqualTo(400);
    assertThat(client.get("/authorization/roles?limit=100").status()).isEqualTo(400);
    assertThat(client.get("/vault/v1/kv?limit=1000").status()).isEqualTo(422);
  }

  @Test
  void anUnknownParentIsNotFound() {
    assertThat(client.get("/user_management/users/user_9/sessions").status()).isEqualTo(404);
    assertThat(client.get("/organizations/org_9/groups").status()).isEqualTo(404);
  }

  @Test
  void onlyActiveMembershipsAreListedUnlessOthersAreAskedFor() {
    var organization = SERVER.data().organizations().get(0).id();
    var list =
        "/user_management/organization_memberships?limit=100&organization_id=" + organization;
    assertThat(client.get(list).values("/status")).containsOnly("active");
    var all = client.get(list + "&statuses=active,inactive,pending").ids();
    assertThat(all.size()).isGreaterThan(client.get(list).ids().size());
  }

  @Test
  void theLogHasMoreThanAuthentication() {
    var names = SERVER.data().allEvents().stream().map(LoggedEvent::event).distinct().toList();
    assertThat(names).contains("user.updated", "connection.activated", "dsync.user.created");
    assertThat(EventNames.known()).containsAll(names);
    assertThat(client.get("/events?events=connection.activated").values("/data/object"))
        .isNotEmpty()
        .containsOnly("connection");
  }
}
