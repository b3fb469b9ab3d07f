package io.workosjdbc.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** That the emulator runs and holds the seed. */
@Tag("emulator")
@ExtendWith(EmulatorExtension.class)
class EmulatorTest {
  private final HttpClient client = HttpClient.newHttpClient();
  private final Emulator emulator;

  EmulatorTest(Emulator emulator) {
    this.emulator = emulator;
  }

  @Test
  void itSaysThatItIsWell() throws Exception {
    assertThat(json(get("/health", "")).path("status").asText()).isEqualTo("ok");
  }

  @Test
  void itListsTheOrganizationsOfTheSeed() throws Exception {
    var organizations = json(get("/organizations?limit=100", emulator.apiKey())).path("data");

    assertThat(organizations).hasSize(31);
    assertThat(organizations.findValuesAsText("name")).contains("Acme Corp", "O'Reilly & Söhne");
  }

  @Test
  void itRefusesAnUnknownKey() throws Exception {
    assertThat(get("/organizations", "sk_test_unknown").statusCode()).isEqualTo(401);
  }

  private HttpResponse<String> get(String target, String key)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(emulator.baseUrl().resolve(target))
            .header("Authorization", "Bearer " + key)
            .build();
    return client.send(request, BodyHandlers.ofString(UTF_8));
  }

  private static JsonNode json(HttpResponse<String> response) throws IOException {
    return new ObjectMapper().readTree(response.body());
  }
}
