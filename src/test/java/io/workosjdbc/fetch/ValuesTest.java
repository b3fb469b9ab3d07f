package io.workosjdbc.fetch;

import static io.workosjdbc.fetch.Reading.list;
import static io.workosjdbc.fetch.Reading.object;
import static io.workosjdbc.fetch.Reading.page;
import static io.workosjdbc.fetch.Reading.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.workosjdbc.http.ApiException;
import io.workosjdbc.http.ApiResponse;
import io.workosjdbc.resource.Column;
import io.workosjdbc.resource.Listing;
import io.workosjdbc.resource.Paging;
import io.workosjdbc.resource.Path;
import io.workosjdbc.resource.Resource;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {

  private static final Column[] COLUMNS = {
    Column.text("id", "Key."),
    Column.text("name", "Text."),
    Column.text("deep", "Text.").from("a.b.c"),
    Column.text("either", "Text.").from("first", "second.value"),
    Column.text("tags", "Text.").joining("tags", "label"),
    Column.text("size", "Text.").derivedFrom("name", Map.of("L", "large"), "fallback"),
    Column.bool("active", "Boolean."),
    Column.integer("count", "Integer."),
    Column.timestamp("created_at", "Time."),
    Column.json("meta", "JSON."),
    Column.text("meta_k", "Text.").from("meta.k"),
    Column.text("token", "Secret."),
    Column.text("within", "Part of a secret.").from("vault.key"),
    Column.json("safe", "JSON."),
    Column.text("codes", "Secrets.").joining("safe.items", "code"),
  };

  private static final Resource OPEN = Resource.named("thing").listedBy(things()).columns(COLUMNS);

  private static final Resource SECRETIVE =
      Resource.named("thing")
          .listedBy(things())
          .secret("token")
          .secret("vault")
          .secret("safe.items.code")
          .columns(COLUMNS);

  private static Listing things() {
    return Listing.of(
        "/things",
        new Paging(
            Optional.of(Path.of("data")),
            Optional.of(
                new Paging.Cursor(
                    Optional.of("limit"),
                    new Paging.Next.InBody("after", Path.of("meta.after")),
                    Optional.of(Paging.Order.of("order", "created_at")))),
            100));
  }

  private static Object value(String column, String body) {
    return value(OPEN, column, page("", body).replace('\'', '"'));
  }

  private static Object value(Resource resource, String column, String body) {
    var columns = List.of(resource.required(column));
    var reader = new RowReader(Layout.of(resource, plan(list(resource)), columns));
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    var response = new ApiResponse(200, bytes, Optional.of("req_7"), Instant.EPOCH);
    return reader.page(new Answer("GET /things?limit=100", response)).rows().get(0)[0];
  }

  private static String masked(String column, String members) {
    var body = page("", object("t1", members)).replace('\'', '"');
    return String.valueOf(value(SECRETIVE, column, body)).replace('"', '\'');
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '|',
      value = {
        "|'name':'x'|, x",
        "|'name':12|, 12",
        "|'name':1.50e3|, 1.50e3",
        "|'name':true|, true",
        "|'name':{'k' : [1, null]}|, |{'k' : [1, null]}|",
        "|'name':[1,2]|, |[1,2]|",
        "|'name':''|, ||",
        "|'name':'\\u00e9\\n\\\\ \ud83d\ude80'|, |\u00e9\n\\ \ud83d\ude80|",
      })
  void aTextColumnTakesEverything(String member, String expected) {
    assertThat(String.valueOf(value("name", object("t1", member))).replace('"', '\''))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"name", "deep", "tags", "size", "active", "count", "created_at", "meta", "meta_k"})
  void absentAndNullAreTheSame(String column) {
    var nulls = "'name':null,'a':{'b':{'c':null}},'tags':null,'active':null,'count':null";
    var more = "'created_at':null,'meta':null";
    assertThat(value(column, object("t1"))).isNull();
    assertThat(value(column, object("t1", nulls, more))).isNull();
    assertThat(value(column, object("t1", "'a':{'b':null},'tags':[]"))).isNull();
  }

  @Test
  void findsWhatLiesDeepAmongWhatDoesNotMatter() {
    var noise = "'x':{'c':1,'a':{'b':{'c':2}}},'b':{'c':3}";
    assertThat(value("deep", object("t1", noise, "'a':{'c':4,'b':{'z':[{'c':5}],'c':6}}")))
        .isEqualTo("6");
  }

  @Test
  void aMemberOfSomethingElseThanAnObjectIsAbsent() {
    assertThat(value("deep", object("t1", "'a':7"))).isNull();
    assertThat(value("deep", object("t1", "'a':{'b':[]}"))).isNull();
    assertThat(value("deep", object("t1", "'a':[{'b':{'c':1}},{'b':{'c':2}}]"))).isEqualTo("1");
  }

  @Test
  void takesTheFirstMemberThatIsThere() {
    assertThat(value("either", object("t1", "'second':{'value':'s'}"))).isEqualTo("s");
    assertThat(value("either", object("t1", "'second':{'value':'s'},'first':null"))).isEqualTo("s");
    assertThat(value("either", object("t1", "'second':{'value':'s'},'first':'f'"))).isEqualTo("f");
  }

  @Test
  void joinsTheElementsThatHaveTheMember() {
    assertThat(value("tags", object("t1", "'tags':[{'label':'a','x':1},{},{'label':'b'}]")))
        .isEqualTo("a,b");
    assertThat(value("tags", object("t1", "'tags':[{'label':null},{'label':7}]"))).isEqualTo("7");
  }

  @Test
  void derivesAValueOrTakesTheOtherMember() {
    assertThat(value("size", object("t1", "'fallback':'f','name':'L'"))).isEqualTo("large");
    assertThat(value("size", object("t1", "'fallback':'f','name':'M'"))).isEqualTo("f");
    assertThat(value("size", object("t1", "'fallback':'f'"))).isEqualTo("f");
  }

  @ParameterizedTest
  @CsvSource({
    "active, true, true",
    "active, '\"False\"', false",
    "count, 9223372036854775807, 9223372036854775807",
    "count, -3, -3",
    "count, 3.0, 3",
    "count, 1e2, 100",
    "count, '\" 42 \"', 42",
    "created_at, '\"1970-01-01T00:00:01.5Z\"', 1500",
  })
  void readsScalars(String column, String json, String expected) {
    assertThat(value(column, object("t1", "'" + column + "':" + json))).hasToString(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "active, 1",
    "active, '\"yes\"'",
    "active, []",
    "count, 1.5",
    "count, 9223372036854775808",
    "count, '\"many\"'",
    "count, true",
    "created_at, '\"soon\"'",
    "created_at, 1767607200000",
    "created_at, {}",
  })
  void refusesWhatAColumnCannotHold(String column, String json) {
    var body = object("t1", "'" + column + "':" + json, "'secret':'s3cr3t'");
    var failure = catchThrowableOfType(ApiException.class, () -> value(column, body));
    assertThat(failure)
        .hasMessageContaining("thing")
        .hasMessageContaining("t1")
        .hasMessageContaining(column)
        .hasMessageContaining("GET /things?limit=100")
        .hasMessageContaining("req_7");
    assertThat(failure.getMessage()).doesNotContain("s3cr3t", "soon", "many");
  }

  @Test
  void whatIsNotProjectedNeedNotBeReadable() {
    assertThat(value("name", object("t1", "'created_at':'soon','name':'x'"))).isEqualTo("x");
  }

  @Test
  void namesTheObjectAlsoWhenItsKeyComesLast() {
    var body = page("", "{'created_at':'soon','id':'t9'}").replace('\'', '"');
    assertThat(catchThrowableOfType(ApiException.class, () -> value(OPEN, "created_at", body)))
        .hasMessageContaining("t9");
  }

  @Test
  void aStructureAndAMemberOfItAreBothRead() {
    var object = object("t1", "'meta':{'k':'v', 'n':[1]}");
    assertThat(value("meta", object)).isEqualTo("{\"k\":\"v\", \"n\":[1]}");
    assertThat(value("meta_k", object)).isEqualTo("v");
    assertThat(value("meta", object("t1", "'meta':'a\\\"b'"))).isEqualTo("\"a\\\"b\"");
    assertThat(value("meta", object("t1", "'meta':[]"))).isEqualTo("[]");
  }

  @Test
  void rawIsTheObjectAsItCame() {
    var object = "{ \"id\" : \"t1\",\n \"n\" : 1.10, \"s\":\"\u00e9\ud83d\ude80\" }";
    assertThat(value(OPEN, "raw", "\ufeff {\"data\" : [ " + object + " , {\"id\":\"t2\"}]}"))
        .isEqualTo(object);
  }

  @Test
  void rawMasksSecretsAndKeepsTheRest() {
    var members =
        "'token':'s1','vault':{'key':'s2','more':[1]},'n':1.10,'big':12345678901234567890.5,"
            + "'safe':{'items':[{'code':'s3','x':null},{'code':null},{}]},'code':'c'";
    assertThat(masked("raw", members))
        .isEqualTo(
            "{'id':'t1','token':'***','vault':'***','n':1.10,'big':12345678901234567890.5,"
                + "'safe':{'items':[{'code':'***','x':null},{'code':null},{}]},'code':'c'}");
  }

  @Test
  void columnsMaskSecrets() {
    assertThat(masked("token", "'token':'s1'")).isEqualTo("***");
    assertThat(masked("token", "'token':{'a':1}")).isEqualTo("***");
    assertThat(masked("token", "'token':null")).isEqualTo("null");
    assertThat(masked("within", "'vault':{'key':'s2'}")).isEqualTo("***");
    assertThat(masked("safe", "'safe':{'items':[{'code':'s3'}]}"))
        .isEqualTo("{'items':[{'code':'***'}]}");
    assertThat(masked("codes", "'safe':{'items':[{'code':'s3'},{'code':'s4'}]}"))
        .isEqualTo("***,***");
  }

  @Test
  void sameShortTextsAreTheSameString() {
    var reader = new RowReader(Layout.of(OPEN, plan(list(OPEN)), List.of(OPEN.required("name"))));
    var body = page("", object("t1", "'name':'same'"), object("t2", "'name':'same'"));
    var bytes = body.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    var response = new ApiResponse(200, bytes, Optional.empty(), Instant.EPOCH);
    var rows = reader.page(new Answer("GET /things", response)).rows();
    assertThat(rows.get(0)[0]).isSameAs(rows.get(1)[0]);
  }

  @Test
  void thePoolTellsTextsApart() {
    var pool = new TextPool();
    for (int number = 0; number < 5000; number++) {
      for (var text : Arrays.asList("event_" + number, "x".repeat(number % 80))) {
        assertThat(pool.get(text)).isEqualTo(text);
      }
    }
  }
}
