package io.workosjdbc.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EntityListsTest {
  private static final DemoServer SERVER =
      DemoServer.start(DemoOptions.defaults().withEventCount(0));
  private final DemoClient client = new DemoClient(SERVER);

  @AfterAll
  static void close() {
    SERVER.close();
  }

  @AfterEach
  void noQuirks() {
    SERVER.quirks();
  }

  @Test
  void getsByIdAndByExternalId() {
    DemoOrganization first = SERVER.data().organizations().get(0);
    assertThat(client.get("/organizations/" + first.id()).json().get("name").asText())
        .isEqualTo(first.name());
    var byExternalId = client.get("/organizations/external_id/" + first.externalId().orElseThrow());
    assertThat(byExternalId.json().get("id").asText()).isEqualTo(first.id());
    for (DemoConnection connection : SERVER.data().connections()) {
      assertThat(client.get("/connections/" + connection.id()).json().get("state").asText())
          .isEqualTo(connection.state());
    }
    DemoDirectory directory = SERVER.data().directories().get(0);
    assertThat(client.get("/directories/" + directory.id()).json().get("type").asText())
        .isEqualTo(directory.directoryType());
  }

  @Test
  void anUnknownKeyIsNotFoundAndNamesTheId() {
    assertThat(client.get("/organizations/org_missing").json())
        .hasToString("{\"message\":\"Organization not found: 'org_missing'.\"}");
    assertThat(client.get("/organizations/external_id/x").status()).isEqualTo(404);
    assertThat(client.get("/connections/conn_missing").status()).isEqualTo(404);
    assertThat(client.get("/directories/directory_missing").status()).isEqualTo(404);
  }

  @Test
  void domainsMatchAnyOfTheList() {
    assertThat(
            client
                .get("/organizations?domains=globex.test,acme.example,no.example")
                .values("/name"))
        .containsExactly("Globex Energy", "Acme Corp");
    assertThat(client.get("/organizations?domains=globex").ids()).isEmpty();
  }

  @Test
  void searchFindsAPartOfTheNameInAnyCase() {
    assertThat(client.get("/organizations?search=ACME").values("/name"))
        .containsExactly("acme holdings", "Acme Corp");
    assertThat(
            client
                .get("/organizations?search=" + encoded("za\u017c\u00f3\u0142\u0107"))
                .values("/name"))
        .containsExactly("Zażółć Gęślą S.A.");
    assertThat(client.get("/organizations?search=" + encoded("%_")).values("/name"))
        .containsExactly("100%_Natural Foods");
  }

  @Test
  void connectionTypeTakesTheFiltersOwnSpelling() {
    assertThat(client.get("/connections?connection_type=GitHubOAuth").status()).isEqualTo(422);
    assertThat(client.get("/connections?connection_type=Pending").status()).isEqualTo(422);
    assertThat(client.get("/connections?connection_type=HyperionSAML").status()).isEqualTo(422);
    assertThat(client.get("/connections?connection_type=GithubOAuth").values("/connection_type"))
        .isNotEmpty()
        .containsOnly("GitHubOAuth");
  }

  @Test
  void filtersOfOneRequestAreAnded() {
    DemoConnection connection =
        SERVER.data().connections().stream()
            .filter(each -> each.connectionType().equals("OktaSAML"))
            .filter(each -> !each.domains().isEmpty())
            .findFirst()
            .orElseThrow();
    String organization = connection.organizationId().orElseThrow();
    String target = "/connections?organization_id=" + organization + "&connection_type=OktaSAML";
    assertThat(client.get(target + "&domain=" + connection.domains().get(0)).ids())
        .containsExactly(connection.id());
    assertThat(client.get(target + "&domain=no.example").ids()).isEmpty();
    assertThat(client.get("/connections?organization_id=org_missing").ids()).isEmpty();
  }

  @Test
  void directoriesFilterByOrganizationDomainAndName() {
    DemoDirectory directory =
        SERVER.data().directories().stream()
            .filter(each -> each.domain().isPresent())
            .findFirst()
            .orElseThrow();
    String search = encoded(directory.name());
    assertThat(client.get("/directories?organization_id=" + directory.organizationId()).ids())
        .containsExactly(directory.id());
    assertThat(client.get("/directories?domain=" + directory.domain().orElseThrow()).ids())
        .containsExactly(directory.id());
    assertThat(client.get("/directories?search=" + search).ids()).contains(directory.id());
  }

  @Test
  void quirksRefuseAnUnknownOrganizationOrIgnoreFilters() {
    SERVER.quirks(Quirk.UNKNOWN_ORGANIZATION_REFUSED);
    assertThat(client.get("/directories?organization_id=org_missing").json())
        .hasToString("{\"message\":\"Organization not found: 'org_missing'.\"}");
    SERVER.quirks(Quirk.LIST_FILTERS_IGNORED);
    assertThat(client.get("/directories?organization_id=org_missing&limit=100").ids())
        .hasSize(SERVER.data().directories().size());
  }

  @Test
  void aQuirkAddsUndocumentedKeys() {
    SERVER.quirks(Quirk.EXTRA_KEYS);
    var list = client.get("/organizations?limit=1").json();
    assertThat(list.has("zz_added")).isTrue();
    assertThat(list.at("/data/0/zz_added/nested").size()).isEqualTo(4);
    assertThat(list.at("/data/0/environment_id").isNull()).isTrue();
  }

  @Test
  void aQuirkReadsListsInBracketsOrRepeated() {
    List<String> both = List.of("Globex Energy", "Acme Corp");
    SERVER.quirks(Quirk.BRACKET_ARRAYS);
    assertThat(
            client
                .get("/organizations?domains%5B%5D=globex.test&domains%5B%5D=acme.example")
                .values("/name"))
        .isEqualTo(both);
    assertThat(client.get("/organizations?domains=globex.test").status()).isEqualTo(400);
    SERVER.quirks(Quirk.REPEATED_ARRAYS);
    assertThat(
            client.get("/organizations?domains=globex.test&domains=acme.example").values("/name"))
        .isEqualTo(both);
    assertThat(client.get("/organizations?domains=globex.test,acme.example").ids()).isEmpty();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
