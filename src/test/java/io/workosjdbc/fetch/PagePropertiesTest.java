package io.workosjdbc.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.workosjdbc.http.ApiException;
import io.workosjdbc.http.ApiException.Kind;
import io.workosjdbc.http.ApiResponse;
import io.workosjdbc.request.AccessPlan;
import io.workosjdbc.resource.Resource;
import io.workosjdbc.workos.WorkOs;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Answers whose bytes are changed anywhere: rows with a key each, or nonsense. */
class PagePropertiesTest {
  private static final String PAGE =
      """
      {"object":"list","data":[
        {"object":"organization","id":"org_1","name":"Zo\\u00eb \\"x\\"","domains":[{"domain":"a.b","id":"d_1"}],
         "metadata":{"a":["b",{"c":null}]},"allow_profiles_outside_organization":false,
         "event":"authentication.sso_failed","data":{"type":"sso","sso":{"organization_id":"o"}},
         "created_at":"2026-01-05T10:00:00.123Z","updated_at":null,"count":12e3},
        {"object":"event","id":"org_2","created_at":"2026-01-06 10:00:00"}
      ],"list_metadata":{"before":null,"after":"org_2"}}
      """;

  @Provide
  Arbitrary<byte[]> pages() {
    var place = Arbitraries.integers().between(0, PAGE.length());
    var text =
        Arbitraries.oneOf(
            Arbitraries.strings().ofMaxLength(3),
            Arbitraries.of("{", "}", "[", "]", "\"", ",", ":", "null", "\\", "\u0000", "1e999999"),
            Arbitraries.of("\\ud800", "[".repeat(2000), "9".repeat(2000), "é", "\ufeff"));
    return Combinators.combine(place, Arbitraries.integers().between(0, 30), text)
        .as(
            (from, length, insert) ->
                PAGE.substring(0, from)
                    + insert
                    + PAGE.substring(Math.min(PAGE.length(), from + length)))
        .map(page -> page.getBytes(StandardCharsets.UTF_8));
  }

  @Provide
  Arbitrary<byte[]> bytes() {
    var page = PAGE.getBytes(StandardCharsets.UTF_8);
    return Combinators.combine(
            Arbitraries.integers().between(0, page.length - 1), Arbitraries.bytes())
        .as(
            (at, b) -> {
              var changed = page.clone();
              changed[at] = b;
              return changed;
            });
  }

  @Provide
  Arbitrary<Resource> resources() {
    return Arbitraries.of(WorkOs.SOURCE.resources());
  }

  @Property(tries = 1500)
  void aPageWithAnInsertionOrAHole(
      @ForAll("resources") Resource resource, @ForAll("pages") byte[] page) {
    read(resource, page);
  }

  @Property(tries = 1500)
  void aPageWithAWrongByte(@ForAll("resources") Resource resource, @ForAll("bytes") byte[] page) {
    read(resource, page);
  }

  private static void read(Resource resource, byte[] page) {
    var response = new ApiResponse(200, page, Optional.empty(), Instant.EPOCH, Optional.empty());
    var plan = AccessPlan.of(List.of(), Optional.empty());
    var layout = Layout.of(resource, plan, resource.columns());
    var answer = new Answer("GET " + resource.listing().path(), response);
    for (boolean isList : new boolean[] {true, false}) {
      var reader = new RowReader(layout);
      try {
        var read = isList ? reader.page(answer) : reader.single(answer);
        assertThat(read.rows()).allMatch(row -> row.length >= resource.columns().size());
      } catch (ApiException e) {
        assertThat(e.kind()).isEqualTo(Kind.NONSENSE);
        assertThat(e.getMessage()).contains("GET ").hasSizeLessThan(1000);
      }
    }
  }
}
