package io.workosjdbc.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.workosjdbc.http.ApiResponse;
import io.workosjdbc.request.AccessPlan;
import io.workosjdbc.request.ArrayStyle;
import io.workosjdbc.request.ListRequest;
import io.workosjdbc.resource.Path;
import io.workosjdbc.resource.Resource;
import io.workosjdbc.workos.WorkOs;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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

  /** Objects with this at a path, and a key; one that is secret at any depth is at three. */
  private static List<String> objects(Resource resource, Path path, String value) {
    var names = path.names();
    int anywhere = names.indexOf(Path.ANYWHERE);
    if (anywhere < 0) {
      return List.of(object(resource, names, value));
    }
    var above = names.subList(0, anywhere);
    var name = names.get(anywhere + 1);
    var member = "{\"" + name + "\":" + value + "}";
    return List.of(
        object(resource, above, member),
        object(resource, above, "{\"within\":" + member + "}"),
        object(resource, above, "{\"domains\":[{\"code\":[" + member + "]}]}"));
  }

  private static String object(Resource resource, List<String> names, String value) {
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
      for (var object : objects(resource, path, value)) {
        var row = row(resource, object);
        assertThat(row.toString()).as(object).doesNotContain(SECRET);
        assertThat(row.get(row.size() - 1).toString()).as(object).contains(Masking.MASK);
      }
    }
  }

  private static List<Object> row(Resource resource, String object) {
    var plan = AccessPlan.of(List.of(), Optional.empty());
    var reader = new RowReader(Layout.of(resource, plan, resource.columns()));
    var response = new ApiResponse(200, object.getBytes(UTF_8), Optional.empty(), Instant.EPOCH);
    var row = reader.single(new Answer("GET /", response)).rows().get(0);
    return Arrays.stream(row).<Object>map(String::valueOf).toList();
  }

  /** What is kept on disk is masked as what is shown is, wherever in a page the objects lie. */
  @ParameterizedTest
  @MethodSource("secrets")
  void aSecretIsMaskedInWhatIsKept(Resource resource, Path path) {
    for (var object : objects(resource, path, '"' + SECRET + '"')) {
      var rows = resource.listing().paging().rows().map(Path::names).orElse(List.of());
      var page = "[" + object + "]";
      for (int at = rows.size() - 1; at >= 0; at--) {
        var member = "{\"" + rows.get(at) + "\":" + page + "}";
        page = at == 0 ? member : "[" + member + "]";
      }
      var list =
          new ListRequest(
              resource,
              Map.of(),
              Map.of(),
              List.of(),
              ArrayStyle.COMMA,
              Optional.empty(),
              Optional.empty());
      assertThat(new String(MaskedPage.of(list, page.getBytes(UTF_8)), UTF_8))
          .doesNotContain(SECRET)
          .contains(Masking.MASK);
    }
  }

  @Test
  void anEventShowsWhyItFailed() {
    var row =
        row(
            WorkOs.SOURCE.resource("workos_event").orElseThrow(),
            "{\"id\":\"e\",\"data\":{\"error\":{\"code\":\"wrong_password\"}}}");
    assertThat(row.toString()).contains("wrong_password");
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
