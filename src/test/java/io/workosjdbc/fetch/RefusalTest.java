package io.workosjdbc.fetch;

import static io.workosjdbc.fetch.Reading.CONNECTIONS;
import static io.workosjdbc.fetch.Reading.event;
import static io.workosjdbc.fetch.Reading.events;
import static io.workosjdbc.fetch.Reading.list;
import static io.workosjdbc.fetch.Reading.object;
import static io.workosjdbc.fetch.Reading.page;
import static io.workosjdbc.fetch.Reading.plan;
import static io.workosjdbc.request.Direction.ASCENDING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.workosjdbc.http.ApiException;
import io.workosjdbc.request.ListRequest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalTest {

  private static final String NOON = "2026-01-10T12:00:00Z";

  private final ScriptedApi api = new ScriptedApi();
  private final Execution execution = Execution.unbounded();

  @AfterEach
  void close() {
    api.close();
  }

  private List<String> ofOrganization() {
    return Reading.read(
        api.fetcher(), plan(list(CONNECTIONS, "organization_id", "org_1")), execution, "id");
  }

  private static ListRequest named(String... kinds) {
    return events("2026-01-10T00:00:00Z", "2026-01-20T00:00:00Z", ASCENDING, kinds);
  }

  private List<String> read(String... kinds) {
    return Reading.read(api.fetcher(), plan(named(kinds)), execution, "id");
  }

  /** The kinds of events that each request asked for. */
  private List<String> asked() {
    return api.sent().stream()
        .map(line -> line.replaceAll(".*[?&]events=([^&]*).*", "$1"))
        .map(names -> names.replace("authentication.", ""))
        .toList();
  }

  private static String refused(String... kinds) {
    return "{'code':'invalid_request_parameters','message':'Unknown event: "
        + String.join(", ", Stream.of(kinds).map(kind -> "authentication." + kind).toList())
        + ".'}";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400 | {'message':'Organization not found: \\u0027org_1\\u0027.'}",
        "404 | {'code':'entity_not_found','message':'Organization ORG_1 was not found.'}",
        "422 | {'message':'The organization org_1 could not be found'}",
        "422 | {'message':'organization \\u0027org_1\\u0027 does not exist'}",
        "404 | {'message':'No organization with id org_1 found'}",
        "400 | {'error':'invalid_request','error_description':'org_1 does not exist'}",
      })
  void aFilterThatNamesNothingMeansNoRow(int status, String body) {
    api.answers(status, body);
    assertThat(ofOrganization()).isEmpty();
    assertThat(api.sent()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400 | {'message':'Page not found'}",
        "404 | {'message':'Not Found'}",
        "404 | {'message':'Organization org_12 not found'}",
        "422 | {'message':'organization_id org_1 is not valid'}",
        "403 | {'message':'Connection org_1 not found or no access'}",
        "418 | {'message':'org_1 not found'}",
      })
  void anotherRefusalFails(int status, String body) {
    api.answers(status, body);
    assertThatExceptionOfType(ApiException.class).isThrownBy(this::ofOrganization);
  }

  @Test
  void aLaterPageThatNamesNothingFails() {
    api.answers(page("c1", object("c1", "'organization_id':'org_1'")))
        .answers(404, "{'message':'Organization org_1 not found'}");
    assertThatExceptionOfType(ApiException.class).isThrownBy(this::ofOrganization);
  }

  @Test
  void leavesOutTheNamesThatTheServiceDoesNotKnowAndSaysSo() {
    api.answers(422, refused("mfa_failed", "sso_started"))
        .answers(page("", event("a", NOON)))
        .answers(page("", event("b", NOON)));
    assertThat(read("mfa_failed", "password_succeeded", "sso_started")).containsExactly("a");
    assertThat(execution.warnings())
        .singleElement()
        .asString()
        .contains("authentication.mfa_failed, authentication.sso_started", "workos_auth_event");
    assertThat(read("password_succeeded", "sso_started")).containsExactly("b");
    assertThat(asked())
        .containsExactly(
            "mfa_failed,password_succeeded,sso_started",
            "password_succeeded",
            "password_succeeded");
  }

  @Test
  void everyStatementIsToldWhatIsMissing() {
    api.answers(422, refused("mfa_failed")).answers(page(""));
    read("mfa_failed", "password_succeeded");
    api.answers(page(""));
    var later = Execution.unbounded();
    Reading.read(api.fetcher(), plan(named("mfa_failed", "sso_failed")), later, "id");
    assertThat(later.warnings()).hasSize(1);
    var unconcerned = Execution.unbounded();
    api.answers(page(""));
    Reading.read(api.fetcher(), plan(named("sso_failed")), unconcerned, "id");
    assertThat(unconcerned.warnings()).isEmpty();
  }

  @Test
  void refusesStepByStep() {
    api.answers(422, refused("mfa_failed"))
        .answers(422, refused("sso_started"))
        .answers(page("", event("a", NOON)));
    assertThat(read("mfa_failed", "password_succeeded", "sso_started")).containsExactly("a");
    assertThat(api.sent()).hasSize(3);
  }

  @Test
  void sendsNothingWhenNoNameIsLeft() {
    api.answers(422, refused("mfa_failed"));
    assertThat(read("mfa_failed")).isEmpty();
    assertThat(read("mfa_failed")).isEmpty();
    assertThat(api.sent()).hasSize(1);
    assertThat(execution.warnings()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'message':'Validation failed.','errors':[{'field':'events','code':'invalid_enum'}]}",
        "{'message':'Each value in events must be one of: authentication.password_succeeded'}",
        "{'message':'events: authentication.mfa_failed,authentication.password_succeeded'}",
      })
  void fallsBackToTheCoreNames(String body) {
    api.answers(422, body).answers(page("", event("a", NOON))).answers(page(""));
    assertThat(read("mfa_failed", "password_succeeded")).containsExactly("a");
    read("mfa_failed", "sso_failed");
    assertThat(asked())
        .containsExactly("mfa_failed,password_succeeded", "password_succeeded", "sso_failed");
    assertThat(execution.warnings()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'message':'Validation failed.','errors':[{'field':'events','code':'required'}]}",
        "{'message':'Validation failed.','errors':[{'field':'limit','code':'max'}]}",
        "{'message':'Validation failed.'}",
        "",
      })
  void aComplaintAboutSomethingElseFails(String body) {
    api.answers(422, body);
    assertThatExceptionOfType(ApiException.class)
        .isThrownBy(() -> read("mfa_failed", "password_succeeded"));
    assertThat(api.sent()).hasSize(1);
  }

  @Test
  void theCoreNamesThemselvesCannotBeLeftOut() {
    api.answers(422, "{'message':'Validation failed. events is invalid'}");
    assertThatExceptionOfType(ApiException.class)
        .isThrownBy(() -> read("sso_failed", "password_succeeded"));
  }

  @Test
  void remembersNothingWhenLeavingOutDoesNotHelp() {
    api.answers(422, refused("mfa_failed")).answers(403, "{'message':'Forbidden'}");
    assertThatExceptionOfType(ApiException.class)
        .isThrownBy(() -> read("mfa_failed", "password_succeeded"))
        .withMessageContaining("Forbidden");
    api.answers(page(""));
    read("mfa_failed", "password_succeeded");
    assertThat(asked()).last().isEqualTo("mfa_failed,password_succeeded");
    assertThat(execution.warnings()).isEmpty();
  }
}
