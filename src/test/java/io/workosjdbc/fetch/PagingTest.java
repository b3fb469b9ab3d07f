package io.workosjdbc.fetch;

import static io.workosjdbc.fetch.Reading.CONNECTIONS;
import static io.workosjdbc.fetch.Reading.ORGANIZATIONS;
import static io.workosjdbc.fetch.Reading.columns;
import static io.workosjdbc.fetch.Reading.get;
import static io.workosjdbc.fetch.Reading.list;
import static io.workosjdbc.fetch.Reading.object;
import static io.workosjdbc.fetch.Reading.page;
import static io.workosjdbc.fetch.Reading.plan;
import static io.workosjdbc.fetch.Reading.read;
import static io.workosjdbc.fetch.Reading.take;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.workosjdbc.http.ApiException;
import io.workosjdbc.http.ApiException.Kind;
import io.workosjdbc.request.AccessPlan;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagingTest {

  private static final String LIST = "GET /organizations?limit=100";

  private final ScriptedApi api = new ScriptedApi();

  @AfterEach
  void close() {
    api.close();
  }

  private List<String> organizations() {
    return read(api.fetcher(), plan(list(ORGANIZATIONS)), "id");
  }

  private ApiException failure() {
    try {
      organizations();
    } catch (ApiException e) {
      return e;
    }
    throw new AssertionError("no failure");
  }

  @Test
  void followsTheCursorsToTheEnd() {
    api.answers(page("b", object("a"), object("b"))).answers(page("", object("c")));
    assertThat(organizations()).containsExactly("a", "b", "c");
    assertThat(api.sent()).containsExactly(LIST, LIST + "&after=b");
  }

  @Test
  void asksForNoPageBeforeARowOfItIsNeeded() {
    api.answers(page("b", object("a"), object("b"))).answers(page("", object("c")));
    var request = plan(list(ORGANIZATIONS));
    try (var rows =
        api.fetcher().open(request, columns(ORGANIZATIONS, "id"), Execution.unbounded())) {
      assertThat(api.sent()).isEmpty();
      assertThat(take(rows, 2)).containsExactly("a", "b");
      assertThat(api.sent()).containsExactly(LIST);
      assertThat(take(rows, 9)).containsExactly("c");
      assertThat(api.sent()).hasSize(2);
      assertThat(rows.next()).isFalse();
    }
  }

  @Test
  void asksForNoRequestBeforeTheOneBeforeItIsRead() {
    api.answers(object("a")).answers(object("b"));
    var request = plan(get(ORGANIZATIONS, "id", "a"), get(ORGANIZATIONS, "id", "b"));
    try (var rows =
        api.fetcher().open(request, columns(ORGANIZATIONS, "id"), Execution.unbounded())) {
      take(rows, 1);
      assertThat(api.sent()).containsExactly("GET /organizations/a");
    }
  }

  @Test
  void aPlanWithoutRequestsHasNoRows() {
    var nothing = AccessPlan.of(List.of(), Optional.empty());
    try (var rows = api.fetcher().open(nothing, List.of(), Execution.unbounded())) {
      assertThat(rows.next()).isFalse();
      assertThatIllegalStateException().isThrownBy(rows::row);
    }
    assertThat(api.sent()).isEmpty();
  }

  @Test
  void aProjectionMayBeEmpty() {
    api.answers(page("", object("a"), object("b")));
    assertThat(read(api.fetcher(), plan(list(ORGANIZATIONS)))).containsExactly("", "");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'data':[{'id':'a'}],'list_metadata':{'after':null}}",
        "{'data':[{'id':'a'}],'list_metadata':{'after':''}}",
        "{'data':[{'id':'a'}],'list_metadata':{}}",
        "{'data':[{'id':'a'}],'list_metadata':null}",
        "{'data':[{'id':'a'}]}",
        "{'list_metadata':{'after':null,'x':[{}]},'data':[{'id':'a'}],'more':{'data':[1]}}",
        "\ufeff{'data':[{'id':'a'}]}",
      })
  void endsWithoutACursor(String last) {
    api.answers(last);
    assertThat(organizations()).containsExactly("a");
  }

  @Test
  void findsTheCursorBeforeTheRows() {
    api.answers("{'list_metadata':{'after':'a'},'data':[{'id':'a'}]}").answers(page(""));
    assertThat(organizations()).containsExactly("a");
    assertThat(api.sent()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{'id':'a'}]",
        "'list'",
        "null",
        "",
        "<html>",
        "{}",
        "{'data':null}",
        "{'data':{'id':'a'}}",
        "{'data':['a']}",
        "{'data':[null]}",
        "{'data':[{'name':'x'}]}",
        "{'data':[{'id':null}]}",
        "{'data':[{'id':'a'}],'list_metadata':{'after':7}}",
        "{'data':[{'id':'a'}],'list_metadata':{'after':{'id':'a'}}}",
        "{'data':[{'id':'a'}],'list_metadata':[]}",
        "{'data':[{'id':'a'}],'list_metadata':'a'}",
        "{'data':[{'id':'a'}",
        "{'data':[{'id':'a'}]",
        "{'data':[{'id':'a'}]} oops",
        "{'data':[{'id':'a'}]}{}",
        "{'data':[{'id':'a'}],'x':tru}",
      })
  void refusesWhatIsNoPage(String body) {
    api.answers(body);
    var failure = failure();
    assertThat(failure.kind()).isEqualTo(Kind.NONSENSE);
    assertThat(failure.requestLine()).isEqualTo(LIST);
    assertThat(failure.requestId()).contains("req_7");
    assertThat(failure).hasMessageContaining(LIST).hasMessageContaining("req_7");
    assertThat(failure.getMessage()).doesNotContain("oops", "<html>");
    assertThat(failure).hasNoCause();
  }

  @Test
  void refusesJsonThatIsNotUtf8() {
    var request = plan(list(ORGANIZATIONS));
    api.answers("\0{\0}");
    assertThatExceptionOfType(ApiException.class)
        .isThrownBy(() -> read(api.fetcher(), request, "raw"));
  }

  @Test
  void refusesACursorThatComesAgain() {
    api.answers(page("b", object("a"), object("b"))).answers(page("b", object("c"), object("b")));
    assertThat(failure()).hasMessageContaining("cursor has been used before");
  }

  @Test
  void refusesACursorOfALongerCircle() {
    api.answers(page("a", object("a")))
        .answers(page("b", object("b")))
        .answers(page("c", object("c")))
        .answers(page("a", object("d")));
    assertThat(failure()).hasMessageContaining("cursor has been used before");
    assertThat(api.sent()).hasSize(4);
  }

  @Test
  void refusesAnEmptyPageWithACursor() {
    api.answers(page("a", object("a"))).answers(page("b"));
    assertThat(failure()).hasMessageContaining("empty").hasMessageContaining("after=a");
  }

  @Test
  void anEmptyListIsNoRow() {
    api.answers(page(""));
    assertThat(organizations()).isEmpty();
  }

  @Test
  void dropsAnObjectThatThePageBeforeHadToo() {
    api.answers(page("b", object("a"), object("b"))).answers(page("", object("b"), object("c")));
    assertThat(organizations()).containsExactly("a", "b", "c");
  }

  @Test
  void dropsAnObjectThatIsTwiceOnAPage() {
    api.answers(page("", object("a"), object("a"), object("b")));
    assertThat(organizations()).containsExactly("a", "b");
  }

  @Test
  void refusesAPageThatComesAgain() {
    api.answers(page("b", object("a"), object("b"))).answers(page("", object("a"), object("b")));
    assertThat(failure().kind()).isEqualTo(Kind.NONSENSE);
  }

  @Test
  void refusesAWayBackOverTheBoundaryOfTwoEarlierPages() {
    api.answers(page("b", object("a"), object("b")))
        .answers(page("d", object("c"), object("d")))
        .answers(page("c", object("b"), object("c")));
    assertThat(failure()).hasMessageContaining("goes back");
  }

  @Test
  void refusesAListThatBeginsAgain() {
    api.answers(page("b", object("a"), object("b")))
        .answers(page("d", object("c"), object("d")))
        .answers(page("", object("a"), object("x")));
    assertThat(failure()).hasMessageContaining("goes back");
  }

  @Test
  void dropsRowsThatDoNotShowWhatWasAskedFor() {
    var ours = object("c1", "'organization_id':'org_1'", "'connection_type':'OktaSAML'");
    var others = object("c2", "'organization_id':'org_2'", "'connection_type':'OktaSAML'");
    var nobodys = object("c3", "'organization_id':null", "'connection_type':'OktaSAML'");
    api.answers(page("", ours, others, nobodys));
    assertThat(read(api.fetcher(), plan(list(CONNECTIONS, "organization_id", "org_1")), "id"))
        .containsExactly("c1");
    assertThat(api.sent()).containsExactly("GET /connections?limit=100&organization_id=org_1");
  }

  @Test
  void comparesTheFirstElementOfAJoinedColumn() {
    var first = object("a", "'domains':[{'domain':'x.example'},{'domain':'y.example'}]");
    var second = object("b", "'domains':[{'domain':'y.example'},{'domain':'x.example'}]");
    api.answers(page("", first, second, object("c", "'domains':[]")));
    assertThat(read(api.fetcher(), plan(list(ORGANIZATIONS, "domains", "x.example")), "domains"))
        .containsExactly("x.example,y.example");
  }

  @Test
  void readsOneObjectByItsKey() {
    api.answers(object("a", "'name':'Acme'"));
    assertThat(read(api.fetcher(), plan(get(ORGANIZATIONS, "id", "a")), "name"))
        .containsExactly("Acme");
  }

  @Test
  void anObjectThatDoesNotExistIsNoRow() {
    api.answers(404, "{'message':'Organization not found'}").answers(object("b"));
    var both = plan(get(ORGANIZATIONS, "id", "a"), get(ORGANIZATIONS, "id", "b"));
    assertThat(read(api.fetcher(), both, "id")).containsExactly("b");
  }

  @Test
  void anotherObjectThanTheOneAskedForIsNoRow() {
    api.answers(object("A"));
    assertThat(read(api.fetcher(), plan(get(ORGANIZATIONS, "id", "a")), "id")).isEmpty();
  }

  @Test
  void anObjectByItsKeyMustBeOne() {
    api.answers(page("", object("a")));
    assertThatExceptionOfType(ApiException.class)
        .isThrownBy(() -> read(api.fetcher(), plan(get(ORGANIZATIONS, "id", "a")), "id"))
        .withMessageContaining("has no id");
  }
}
