package io.workosjdbc.sql;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The requests and rows of {@code workos_directory}. */
class DirectoryTest {
  @RegisterExtension static final Api API = Api.of(World.data());

  private static Query sql(String statement) {
    return API.sql(statement);
  }

  @Test
  void everyColumnIsRead() {
    sql("""
        select id, name, directory_type, state, organization_id, domain, external_key, active_users,
          inactive_users, groups_count, created_at, updated_at
        from workos_directory where id in ('directory_okta', 'directory_hr') order by id""")
        .sends("GET /directories/directory_hr", "GET /directories/directory_okta")
        .returns(
            "directory_hr|Sync directory_hr|okta scim v2.0|unlinked|org_acme|null"
                + "|key-directory_hr|null|null|null"
                + "|2026-05-03 00:00:00.000|2026-05-03 00:00:00.000",
            "directory_okta|Sync directory_okta|okta scim v2.0|linked|org_acme|acme.example"
                + "|key-directory_okta|12|1|3|2026-05-02 00:00:00.000|2026-05-02 00:00:00.000")
        .sameWithoutPushdown();
  }

  @Test
  void organizationIdIsSent() {
    sql("select id from workos_directory where organization_id = 'org_acme'")
        .sends("GET /directories?limit=100&organization_id=org_acme")
        .returns("directory_hr", "directory_okta")
        .sameWithoutPushdown();
  }

  @Test
  void domainIsSent() {
    sql("select id from workos_directory where domain = 'acme.example'")
        .sends("GET /directories?limit=100&domain=acme.example")
        .returns("directory_gone", "directory_okta")
        .sameWithoutPushdown();
  }

  @Test
  void domainsAreOneListEach() {
    sql("select id from workos_directory where domain in ('acme.example', 'beta.example')"
            + " and organization_id = 'org_beta'")
        .sends(
            "GET /directories?limit=100&organization_id=org_beta&domain=acme.example",
            "GET /directories?limit=100&organization_id=org_beta&domain=beta.example")
        .returns("directory_entra")
        .sameWithoutPushdown();
  }

  @Test
  void anUnknownIdIsNoRow() {
    sql("select id from workos_directory where id = 'directory_none'")
        .sends("GET /directories/directory_none")
        .returnsNothing()
        .sameWithoutPushdown();
  }

  @Test
  void whatTheApiCannotFilterReadsTheList() {
    for (var filter :
        new String[] {
          "directory_type = 'okta scim v2.0' and active_users = 12",
          "state = 'linked' and organization_id <> 'org_beta'",
          "name = 'Sync directory_okta'",
          "external_key = 'key-directory_okta'",
          "active_users > 5",
          "inactive_users is not null",
          "groups_count between 1 and 3",
          "updated_at <= timestamp '2026-05-02 00:00:00'"
        }) {
      sql("select id from workos_directory where " + filter)
          .sends("GET /directories?limit=100")
          .returns("directory_okta")
          .sameWithoutPushdown();
    }
  }
}
