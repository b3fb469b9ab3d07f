package io.workosjdbc.planner.sql;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A few rows of each table. */
final class Samples {

  static final Map<String, List<Map<String, Object>>> TABLES =
      Map.of(
          "workos_organization",
          List.of(
              row(
                  "2026-01-01T00:00:00.000Z",
                  "id",
                  "org_01",
                  "name",
                  "Acme Inc",
                  "domains",
                  "acme.com"),
              row("2026-02-28T13:14:15.678Z", "id", "org_02", "name", "Beta")),
          "workos_connection",
          List.of(
              row(
                  "2026-06-10T09:15:16.000Z",
                  "id",
                  "conn_01",
                  "organization_id",
                  "org_01",
                  "name",
                  "2026-06-10T09:15:16Z",
                  "state",
                  "active",
                  "connection_type",
                  "OktaSAML"),
              row(
                  "2026-06-10T09:15:16.500Z",
                  "id",
                  "conn_02",
                  "organization_id",
                  "org_01",
                  "name",
                  "Two",
                  "state",
                  "draft",
                  "connection_type",
                  "GoogleOAuth")),
          "workos_directory",
          List.of(
              row(
                  "2026-06-10T09:15:16.000Z",
                  "id",
                  "directory_01",
                  "organization_id",
                  "org_01",
                  "state",
                  "linked")),
          "workos_auth_event",
          List.of(
              row(
                  "2026-06-10T09:15:15.999Z",
                  "id",
                  "event_01",
                  "event_type",
                  "authentication.sso_succeeded",
                  "outcome",
                  "succeeded",
                  "method",
                  "sso",
                  "user_id",
                  "user_01",
                  "connection_id",
                  "conn_01"),
              row(
                  "2026-06-10T09:15:16.000Z",
                  "id",
                  "event_02",
                  "event_type",
                  "authentication.password_failed",
                  "outcome",
                  "failed",
                  "method",
                  "password"),
              row(
                  "2026-06-10T09:15:16.001Z",
                  "id",
                  "event_03",
                  "event_type",
                  "authentication.password_failed",
                  "outcome",
                  "failed",
                  "method",
                  "password",
                  "user_id",
                  "user_02")));

  private Samples() {}

  private static Map<String, Object> row(String createdAt, Object... values) {
    var row = new HashMap<String, Object>();
    row.put("created_at", Instant.parse(createdAt).toEpochMilli());
    for (int i = 0; i < values.length; i += 2) {
      row.put((String) values[i], values[i + 1]);
    }
    return row;
  }
}
