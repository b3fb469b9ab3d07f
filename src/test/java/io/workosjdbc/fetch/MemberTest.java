package io.workosjdbc.fetch;

import static io.workosjdbc.fetch.Reading.list;
import static io.workosjdbc.fetch.Reading.object;
import static io.workosjdbc.fetch.Reading.page;
import static io.workosjdbc.fetch.Reading.plan;
import static org.assertj.core.api.Assertions.assertThat;

import io.workosjdbc.http.ApiResponse;
import io.workosjdbc.resource.Column;
import io.workosjdbc.resource.Listing;
import io.workosjdbc.resource.Resource;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** The objects of a page have different members in different orders. */
class MemberTest {

  private static final Resource THINGS =
      Resource.named("thing")
          .listedBy(Listing.of("/things", Reading.ORGANIZATIONS.listing().paging()))
          .columns(
              Column.text("id", "Key."),
              Column.text("name", "Text."),
              Column.text("foreign", "Text.").from("n\u00e9"),
              Column.text("quoted", "Text.").from("a\"b"),
              Column.text("deep", "Text.").from("name.deep", "a.name"),
              Column.timestamp("created_at", "Time."));

  /** Some are written in two ways, some are prefixes of others. */
  private static final List<String> NAMES =
      List.of(
          "name",
          "na\\u006de",
          "n\u00e9",
          "n\\u00e9",
          "a\\\"b",
          "",
          "nam",
          "names",
          "a",
          "deep",
          "created_at",
          "\\t",
          "\ud83d\ude80");

  private static final List<String> VALUES =
      List.of("'x'", "'y\\n'", "17", "null", "{}", "[]", "{'deep':'z','name':1}", "[{'name':'w'}]");

  private static List<String> rows(List<String> objects) {
    var reader = new RowReader(Layout.of(THINGS, plan(list(THINGS)), THINGS.columns()));
    var body = page("", objects.toArray(String[]::new)).replace('\'', '"');
    var response =
        new ApiResponse(
            200, body.getBytes(StandardCharsets.UTF_8), Optional.empty(), Instant.EPOCH);
    return reader.page(new Answer("GET /things", response)).rows().stream()
        .map(Arrays::toString)
        .toList();
  }

  @Property
  void areReadWhateverTheObjectsBeforeHad(@ForAll("objects") List<String> objects) {
    var alone = objects.stream().flatMap(each -> rows(List.of(each)).stream()).toList();
    assertThat(rows(objects)).isEqualTo(alone);
  }

  @Provide
  Arbitrary<List<String>> objects() {
    var member =
        Arbitraries.of(NAMES)
            .flatMap(
                name ->
                    Arbitraries.of(name.equals("created_at") ? List.of("null") : VALUES)
                        .map(value -> "'" + name + "':" + value));
    return member
        .list()
        .ofMaxSize(8)
        .map(members -> object("t", members.toArray(String[]::new)))
        .list()
        .ofMinSize(1)
        .ofMaxSize(5);
  }

  @Test
  void areFoundAmongAnyNumberOfOthers() {
    var objects =
        IntStream.range(0, 300)
            .mapToObj(each -> object("t" + each, "'x" + each + "':1,'name':'n" + each + "'"))
            .toList();
    var names = rows(objects);
    assertThat(names).hasSize(300);
    for (int each = 0; each < 300; each++) {
      assertThat(names.get(each)).contains("t" + each + ", n" + each + ",");
    }
  }
}
