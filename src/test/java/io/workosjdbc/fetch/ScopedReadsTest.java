package io.workosjdbc.fetch;

import static io.workosjdbc.fetch.Reading.columns;
import static io.workosjdbc.fetch.Reading.object;
import static io.workosjdbc.fetch.Reading.page;
import static io.workosjdbc.fetch.Reading.table;
import static io.workosjdbc.fetch.Reading.take;
import static io.workosjdbc.request.Condition.Operator.EQUAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.workosjdbc.http.ApiException;
import io.workosjdbc.request.ArrayStyle;
import io.workosjdbc.request.Condition;
import io.workosjdbc.request.Operand;
import io.workosjdbc.request.Reach;
import io.workosjdbc.request.RequestPlanner;
import io.workosjdbc.request.Sizes;
import io.workosjdbc.request.Wish;
import io.workosjdbc.workos.WorkOs;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Lists that belong to rows of other tables, and rows within other objects. */
class ScopedReadsTest {

  private static final RequestPlanner PLANNER =
      new RequestPlanner(
          WorkOs.SOURCE, new Reach(Duration.ofDays(90)), ArrayStyle.COMMA, Sizes.UNKNOWN, true);

  private final ScriptedApi api = new ScriptedApi();

  @AfterEach
  void close() {
    api.close();
  }

  private static Condition is(String column, String value) {
    return Condition.Compare.of(column, EQUAL, new Operand.Value(value));
  }

  private static RowSource open(
      Fetcher fetcher, String table, Condition condition, String... columns) {
    var plan =
        PLANNER.plan(table(table), condition, Wish.NONE, Instant.parse("2026-06-30T12:00:00Z"));
    return fetcher.open(plan, columns(table(table), columns), Execution.unbounded());
  }

  private List<String> read(String table, Condition condition, String... columns) {
    return read(api.fetcher(), table, condition, columns);
  }

  private static List<String> read(
      Fetcher fetcher, String table, Condition condition, String... columns) {
    try (var rows = open(fetcher, table, condition, columns)) {
      return take(rows, Integer.MAX_VALUE);
    }
  }

  @Test
  void readsTheListOfEachParent() {
    api.answers(page("", object("user_1"), object("user_2")))
        .answers(page("", object("flag_1", "'slug':'a'")))
        .answers(page("", object("flag_1", "'slug':'a'"), object("flag_2", "'slug':'b'")));
    assertThat(read("workos_user_feature_flag", Condition.anything(), "user_id", "slug"))
        .containsExactly("user_1 a", "user_2 a", "user_2 b");
    assertThat(api.sent())
        .containsExactlyInAnyOrder(
            "GET /user_management/users?limit=100",
            "GET /user_management/users/user_1/feature-flags?limit=100",
            "GET /user_management/users/user_2/feature-flags?limit=100");
  }

  @Test
  void followsThePagesOfParentsAndOfTheirLists() {
    api.answers(page("", object("org_1")))
        .answers(page("key_1", object("key_1", "'owner':{'id':'org_1'}")))
        .answers(page("", object("key_2", "'owner':{'id':'org_1'}")));
    assertThat(read("workos_organization_api_key", Condition.anything(), "organization_id", "id"))
        .containsExactly("org_1 key_1", "org_1 key_2");
    assertThat(api.sent()).contains("GET /organizations/org_1/api_keys?limit=100&after=key_1");
  }

  @Test
  void aKeyThatObjectsShowIsChecked() {
    api.answers(
        page(
            "",
            object("key_1", "'owner':{'id':'org_1'}"),
            object("key_2", "'owner':{'id':'org_2'}")));
    assertThat(read("workos_organization_api_key", is("organization_id", "org_1"), "id"))
        .containsExactly("key_1");
  }

  @Test
  void whatTheListsAreNarrowedByIsChecked() {
    api.answers(page("", object("directory_1")))
        .answers(
            page(
                "",
                object("u_1", "'directory_id':'directory_1'", "'email':'a@x.example'"),
                object("u_2", "'directory_id':'directory_1'", "'email':'b@x.example'")));
    assertThat(read("workos_directory_user", is("email", "b@x.example"), "id"))
        .containsExactly("u_2");
    assertThat(api.sent())
        .contains("GET /directory_users?limit=100&directory=directory_1&email=b%40x.example");
  }

  @Test
  void anUnknownParentHasNoRows() {
    api.answers(404, "{'message':'User not found: \\'user_9\\'.'}");
    assertThat(read("workos_session", is("user_id", "user_9"), "id")).isEmpty();
  }

  @Test
  void anObjectThatIsNotThereIsNoRow() {
    api.answers(404, "{'message':'Not Found'}");
    assertThat(read("workos_jwt_template", Condition.anything(), "content")).isEmpty();
    api.answers(404, "{'message':'Not Found'}");
    assertThat(read("workos_magic_auth", is("id", "magic_auth_9"), "id")).isEmpty();
  }

  @Test
  void theKeyOfAListMayBeTheWholeKeyOfARow() {
    api.answers("{'retention_period_in_days':30}");
    assertThat(
            read(
                "workos_audit_logs_retention",
                is("organization_id", "org_1"),
                "organization_id",
                "retention_period_in_days"))
        .containsExactly("org_1 30");
  }

  @Test
  void bareArraysAreLists() {
    api.answers("[{'idp_id':'7','type':'OAuth','provider':'GoogleOAuth'}]");
    assertThat(read("workos_user_identity", is("user_id", "user_1"), "user_id", "provider"))
        .containsExactly("user_1 GoogleOAuth");
  }

  @Test
  void anObjectGotByItsOwnIdShowsItsParentItself() {
    api.answers(object("factor_1", "'user_id':'user_1'"));
    assertThat(read("workos_auth_factor", is("id", "factor_1"), "user_id"))
        .containsExactly("user_1");
  }

  @Test
  void whatNobodyListsIsRefusedWithoutARequest() {
    assertThatThrownBy(() -> read("workos_audit_log_export", Condition.anything(), "id"))
        .isInstanceOf(ApiException.class)
        .hasMessage("The API does not list workos_audit_log_export; say which: WHERE id = '...'");
    assertThat(api.sent()).isEmpty();
  }

  @Test
  void theCacheKeepsTheListOfEachParentByItself() {
    api.answers(page("", object("flag_1"))).answers(page("", object("flag_2")));
    for (int again = 0; again < 2; again++) {
      assertThat(read(api.caching(), "workos_user_feature_flag", is("user_id", "user_1"), "id"))
          .containsExactly("flag_1");
      assertThat(read(api.caching(), "workos_user_feature_flag", is("user_id", "user_2"), "id"))
          .containsExactly("flag_2");
    }
    assertThat(api.sent()).hasSize(2);
  }

  @Test
  void rowsWithinOtherObjectsAreReadFromTheirPages() {
    api.answers(page("org_2", object("org_1", "'domains':[]"), object("org_2", "'domains':[]")))
        .answers(
            page(
                "",
                object("org_3", "'domains':[{'id':'d_1','verification_token':'t0p'},{'id':'d_2'}]"),
                object("org_4", "'domains':[{'id':'d_3'}]")));
    assertThat(
            read(
                "workos_organization_domain",
                Condition.anything(),
                "id",
                "verification_token",
                "raw"))
        .containsExactly(
            "d_1 *** {\"id\":\"d_1\",\"verification_token\":\"***\"}",
            "d_2 null {\"id\":\"d_2\"}",
            "d_3 null {\"id\":\"d_3\"}");
    assertThat(api.sent()).hasSize(2);
  }

  @Test
  void anEventIsAboutItsObject() {
    var time = "'created_at':'2026-06-29T00:00:00Z'";
    api.answers(
        page(
            "",
            object(
                "e_1",
                "'event':'user.created','data':{'object':'user','id':'user_1','user_id':'x'}",
                time),
            object(
                "e_2",
                "'event':'session.created','data':{'object':'session','id':'s','user_id':'user_1'}",
                time)));
    var lastDay =
        Condition.Compare.of(
            "created_at",
            Condition.Operator.GREATER,
            new Operand.Value(Instant.parse("2026-06-28T00:00:00Z")));
    assertThat(read("workos_event", lastDay, "id", "object_id", "user_id"))
        .containsExactly("e_1 user_1 user_1", "e_2 s user_1");
  }
}
