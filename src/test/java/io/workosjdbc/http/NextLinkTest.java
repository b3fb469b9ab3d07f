package io.workosjdbc.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How an answer says where its list goes on (api/okta.md section 2). */
final class NextLinkTest {
  private final Api api = new Api();

  @AfterEach
  void close() {
    api.close();
  }

  private Optional<NextLink> next(String path, String... headers) {
    api.answers(200, "[]", headers);
    return api.client(options -> withPath(options, path))
        .get("/users", CallScope.unbounded())
        .next();
  }

  private ClientOptions withPath(ClientOptions options, String path) {
    return ClientOptions.of(URI.create(api.baseUrl() + path), options.apiKey())
        .withTiming(options.timing());
  }

  private String link(String target, String rel) {
    return "<" + api.baseUrl() + target + ">; rel=" + rel;
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"next\"", "next", "\"prev next\"", "\"Next\"; title=\"a, b; c\""})
  void isFoundInALine(String rel) {
    assertThat(next("", "Link: " + link("/users?after=1", rel)).flatMap(NextLink::target))
        .contains("/users?after=1");
  }

  @Test
  void isFoundInSeveralLines() {
    assertThat(
            next(
                    "",
                    "link: " + link("/users", "\"self\""),
                    "link: " + link("/users?after=2", "\"next\""))
                .flatMap(NextLink::target))
        .contains("/users?after=2");
  }

  @Test
  void isFoundInALineOfSeveral() {
    var line = link("/users?a=1,2", "\"self\"") + ", " + link("/users?a=1,2&after=3", "\"next\"");

    assertThat(next("", "Link: " + line).flatMap(NextLink::target))
        .contains("/users?a=1,2&after=3");
  }

  @Test
  void isFollowedAsItCame() {
    var target = "/users?filter=status%20eq%20%22ACTIVE%22&after=a%2Bb%3D&limit=200";

    assertThat(next("", "Link: " + link(target, "\"next\"")).flatMap(NextLink::target))
        .contains(target);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"self\"", "\"prev\"", "\"nextish\"", "\"self\"; title=\"rel=next\""})
  void otherRelationsAreNone(String rel) {
    assertThat(next("", "Link: " + link("/users?after=1", rel))).isEmpty();
  }

  @Test
  void withoutAHeaderThereIsNone() {
    assertThat(next("")).isEmpty();
  }

  @Test
  void isRelativeToTheBaseUrlsPath() {
    var header = "Link: " + link("/proxy/users?after=1", "next");

    assertThat(next("/proxy", header).flatMap(NextLink::target)).contains("/users?after=1");
  }

  @Test
  void leadsNowhereWhenItLeavesTheBaseUrl() {
    for (var url :
        new String[] {
          "https://127.0.0.1:" + api.server.getPort() + "/users",
          "http://localhost:" + api.server.getPort() + "/users",
          "http://127.0.0.1:1/users",
          "//evil.example/users",
          api.baseUrl() + "/other/users",
          "mailto:somebody"
        }) {
      var link = next("/proxy", "Link: <" + url + ">; rel=\"next\"");

      assertThat(link).as(url).isPresent();
      assertThat(link.orElseThrow().target()).as(url).isEmpty();
    }
  }
}
