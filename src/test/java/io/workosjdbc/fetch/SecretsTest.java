package io.workosjdbc.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.workosjdbc.http.ApiResponse;
import io.workosjdbc.request.AccessPlan;
import io.workosjdbc.resource.Path;
import io.workosjdbc.resource.Resource;
import io.workosjdbc.workos.WorkOs;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every member that is declared secret, in every table, in every shape that it could have. */
class SecretsTest {

  private static final String SECRET = "hush-hush";

  static Stream<Arguments> secrets() {
    return WorkOs.SOURCE.resources().stream()
        .flatMap(resource -> resource.secrets().stream().map(path -> Arguments.of(resource, path)));
  }

  /** An object with this at a path, and a key. */
  private static String object(Resource resource, Path path, String value) {
    var names = path.names();
    var json = value;
    for (int at = names.size() - 1; at > 0; at--) {
      json = "{\"" + names.get(at) + "\":" + json + "}";
    }
    var key = resource.key().name().equals(names.get(0)) ? "" : "\"id\":\"x_1\",";
    return "{" + key + "\"" + names.get(0) + "\":" + json + "}";
  }

  @ParameterizedTest
  @MethodSource("secrets")
  void aSecretIsMaskedInEveryColumn(Resource resource, Path path) {
    for (var value :
        List.of(
            '"' + SECRET + '"',
            "[\"" + SECRET + "\"]",
            "{\"within\":\"" + SECRET + "\"}",
            "[{\"deep\":[\"" + SECRET + "\"]}]")) {
      var object = object(resource, path, value);
      var row = row(resource, object);
      assertThat(row.toString()).as(object).doesNotContain(SECRET);
      assertThat(row.get(row.size() - 1).toString()).as(object).contains(Masking.MASK);
    }
  }

  private static List<Object> row(Resource resource, String object) {
    var plan = AccessPlan.of(List.of(), Optional.empty());
    var reader = new RowReader(Layout.of(resource, plan, resource.columns()));
    var response = new ApiResponse(200, object.getBytes(UTF_8), Optional.empty(), Instant.EPOCH);
    var row = reader.single(new Answer("GET /", response)).rows().get(0);
    return Arrays.stream(row).<Object>map(String::valueOf).toList();
  }

  /** Those of the fact sheet, end of section 10; values of the vault are in no list. */
  @Test
  void whatTheApiListsAsSecretIsDeclaredSo() {
    assertThat(
            secrets()
                .map(each -> ((Resource) each.get()[0]).table() + " " + each.get()[1])
                .toList())
        .contains(
            "workos_webhook_endpoint secret",
            "workos_invitation token",
            "workos_invitation accept_invitation_url",
            "workos_organization_domain verification_token",
            "workos_organization domains.verification_token",
            "workos_audit_log_export url");
  }
}
