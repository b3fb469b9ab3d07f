package io.workosjdbc.planner.sql;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class InformationSchemaTest extends DatabaseTest {

  @Test
  void listsTables() throws SQLException {
    rows("select table_catalog, table_schema, table_name, table_type from information_schema.tables"
            + " where table_schema = current_schema and table_catalog = current_database()"
            + " and table_name like 'workos_auth_e%'")
        .containsExactly("workos|workos|workos_auth_event|BASE TABLE");
    rows("select remarks from \"information_schema\".\"tables\" where table_name = 'workos_directory'")
        .containsExactly("A directory: where an organization's people and groups are synced from.");
  }

  @Test
  void listsColumnsWithTheirTypes() throws SQLException {
    rows("select column_name, ordinal_position, is_nullable, data_type, datetime_precision"
            + " from INFORMATION_SCHEMA.COLUMNS"
            + " where table_name = 'workos_organization' and column_name in ('id', 'created_at')"
            + " order by ordinal_position")
        .containsExactly("id|1|NO|CHARACTER VARYING|null", "created_at|8|YES|TIMESTAMP|3");
    rows("select data_type, numeric_precision, numeric_scale from information_schema.columns"
            + " where table_name = 'workos_directory' and column_name = 'active_users'")
        .containsExactly("BIGINT|64|0");
  }

  @Test
  void listsSchemas() throws SQLException {
    rows("select catalog_name, schema_name from information_schema.schemata")
        .containsExactly("workos|workos", "workos|workos_insight");
  }

  @Test
  void listsViews() throws SQLException {
    rows("select table_schema, table_type, remarks from information_schema.tables"
            + " where table_name = 'failed_sign_in'")
        .containsExactly(
            "workos_insight|VIEW|Sign-ins that failed or timed out, by day, method and reason.");
    rows("select column_name, data_type, is_nullable, remarks from information_schema.columns"
            + " where table_name = 'connection_success_rate' and ordinal_position in (6, 8)")
        .containsExactly(
            "succeeded|BIGINT|NO|How many sign-ins succeeded.",
            "success_rate|DOUBLE PRECISION|YES|The part that succeeded, from 0 to 1; NULL when"
                + " nobody tried.");
    rows("select view_definition like 'select id as user_id%' from information_schema.views"
            + " where table_name = 'dormant_user'")
        .containsExactly("true");
  }

  @Test
  void listsKeys() throws SQLException {
    rows("select constraint_name, constraint_type, enforced from"
            + " information_schema.table_constraints where table_name = 'workos_connection'")
        .containsExactly(
            "workos_connection_pkey|PRIMARY KEY|YES",
            "workos_connection_organization_id_fkey|FOREIGN KEY|NO");
  }

  /** As Cube and others ask for relations. */
  @Test
  void joinsForeignKeysWithWhatTheyReferTo() throws SQLException {
    rows("select k.table_name, k.column_name, p.table_name, p.column_name"
            + " from information_schema.referential_constraints r"
            + " join information_schema.key_column_usage k"
            + " on k.constraint_name = r.constraint_name"
            + " join information_schema.key_column_usage p"
            + " on p.constraint_name = r.unique_constraint_name"
            + " where k.table_name = 'workos_connection'")
        .containsExactly("workos_connection|organization_id|workos_organization|id");
    rows("select referenced_table_name, referenced_column_name, position_in_unique_constraint"
            + " from information_schema.key_column_usage"
            + " where constraint_name = 'workos_connection_organization_id_fkey'")
        .containsExactly("workos_organization|id|1");
  }
}
