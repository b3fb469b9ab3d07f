package io.workosjdbc.sql;

import io.workosjdbc.demo.Edit;
import io.workosjdbc.demo.Quirk;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Objects that are not as documented: NULL, another right value, or a failure. */
class OddObjectTest {
  private static final String ORGANIZATION =
      "select name, domains, external_id, metadata, allow_profiles_outside_organization, created_at"
          + " from workos_organization where id = 'org_acme'";

  @RegisterExtension static final Api API = Api.of(World.data());

  private static Query sql(String statement) {
    return API.sql(statement);
  }

  @Test
  void absentMembersAreNull() {
    for (var member : List.of("name", "domains", "external_id", "metadata", "created_at")) {
      API.server().edit("org_acme", Edit.remove(member));
    }
    API.server().edit("org_acme", Edit.remove("allow_profiles_outside_organization"));

    sql(ORGANIZATION).returns("null|null|null|null|null|null").sameWithoutPushdown();
  }

  @Test
  void nullMembersAreNull() {
    for (var member : List.of("name", "domains", "external_id", "metadata", "created_at")) {
      API.server().edit("org_acme", Edit.setNull(member));
    }
    API.server().edit("org_acme", Edit.setNull("allow_profiles_outside_organization"));

    sql(ORGANIZATION).returns("null|null|null|null|null|null").sameWithoutPushdown();
  }

  @Test
  void otherScalarsAreText() {
    API.server().edit("org_acme", Edit.set("name", 12));
    API.server().edit("org_acme", Edit.set("external_id", true));
    API.server().edit("org_acme", Edit.set("metadata", "text"));

    sql("select name, external_id, metadata from workos_organization where id = 'org_acme'")
        .returns("12|true|\"text\"");
  }

  @Test
  void unknownMembersAndEnumerationsAreRead() {
    API.server().quirks(Quirk.EXTRA_KEYS);
    API.server().edit("conn_okta", Edit.set("state", "hibernating"));

    sql("select state, connection_type from workos_connection where id = 'conn_okta'")
        .returns("hibernating|OktaSAML")
        .sameWithoutPushdown();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-06-01T10:00:00Z, 2026-06-01 10:00:00.000",
    "2026-06-01T10:00:00.1Z, 2026-06-01 10:00:00.100",
    "2026-06-01T10:00:00.123456789Z, 2026-06-01 10:00:00.123",
    "2026-06-01 10:00:00.123, 2026-06-01 10:00:00.123",
    "2026-06-01T10:00:00, 2026-06-01 10:00:00.000",
    "2026-06-01T12:00:00.5+02:00, 2026-06-01 10:00:00.500"
  })
  void timestampsComeInManyShapes(String written, String read) {
    API.server().edit("org_acme", Edit.set("updated_at", StoryTime.toReal(written)));

    sql("select updated_at from workos_organization where id = 'org_acme'").returns(read);
  }

  @ParameterizedTest
  @ValueSource(strings = {"yesterday", "2026-13-01T00:00:00Z", "", "2026-06-01T25:00:00Z"})
  void whatIsNoTimestampFails(String text) {
    API.server().edit("org_acme", Edit.set("updated_at", text));

    sql("select updated_at from workos_organization").fails("58000", "updated_at");
    sql("select name from workos_organization where id = 'org_acme'").returns("Acme");
  }

  @Test
  void whatIsNoNumberOrFlagFails() {
    API.server().edit("directory_okta", Edit.set("metadata.users.active", 1.5));
    sql("select active_users from workos_directory").fails("58000", "active_users");

    API.server().edit("org_acme", Edit.set("allow_profiles_outside_organization", "maybe"));
    sql("select allow_profiles_outside_organization from workos_organization")
        .fails("58000", "allow_profiles_outside_organization");
  }

  @Test
  void numbersAsTextAreNumbers() {
    API.server().edit("directory_okta", Edit.set("metadata.users.active", "13"));

    sql("select active_users + 1 from workos_directory where id = 'directory_okta'").returns("14");
  }

  @Test
  void anObjectWithoutIdFails() {
    API.server().edit("org_acme", Edit.remove("id"));
    sql("select name from workos_organization").fails("58000", "no id");

    API.server().edit("org_acme", Edit.setNull("id"));
    sql("select name from workos_organization").fails("58000", "no id");
  }

  @Test
  void twoObjectsWithOneIdAreOneRow() {
    API.server().edit("org_beta", Edit.set("id", "org_gamma"));

    sql("select count(*) from workos_organization").returns("4");
  }

  @Test
  void oddDomainsAreReadAsFarAsTheyGo() {
    API.server().edit("org_acme", Edit.set("domains", List.of()));
    sql("select domains from workos_organization where id = 'org_acme'").returns("null");

    API.server()
        .edit("org_acme", Edit.set("domains", List.of(Map.of("id", "x"), Map.of("domain", "a.b"))));
    sql("select domains from workos_organization where id = 'org_acme'").returns("a.b");

    API.server().edit("org_acme", Edit.set("domains", "none"));
    sql("select domains from workos_organization where id = 'org_acme'").returns("null");
  }

  @Test
  void textOfEveryKindIsKept() {
    for (var text :
        List.of("", " ", "a|b", "\u0000\u001f", "\uD83C\uDF89 ünïcödé \u202e 漢字", "'\"\\")) {
      API.server().edit("org_acme", Edit.set("name", text));

      sql("select name from workos_organization where id = 'org_acme'").returns(text);
    }
  }

  @Test
  void anEventWithoutItsPartsIsStillARow() {
    API.server().edit("event_16", Edit.remove("data"));
    API.server().edit("event_17", Edit.setNull("data.sso"));

    sql("""
        select id, method, outcome, organization_id, connection_type, error_code
        from workos_auth_event where created_at = timestamp '2026-06-20 10:00:00'""")
        .returns(
            "event_16|sso|failed|null|null|null", "event_17|sso|timed_out|null|null|idp_error");
  }

  @Test
  void anEventWithoutTimeFails() {
    API.server().edit("event_24", Edit.remove("created_at"));

    sql("select id from workos_auth_event").fails("58000", "no time");
  }
}
