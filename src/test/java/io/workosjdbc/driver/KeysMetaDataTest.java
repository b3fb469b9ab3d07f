package io.workosjdbc.driver;

import static io.workosjdbc.driver.DemoDatabase.rows;
import static io.workosjdbc.driver.DemoDatabase.texts;
import static org.assertj.core.api.Assertions.assertThat;

import io.workosjdbc.workos.WorkOs;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeysMetaDataTest {
  private static final String SCHEMA = "workos";

  private static DemoDatabase database;
  private Connection connection;
  private DatabaseMetaData metaData;

  @BeforeAll
  static void startTheDemo() {
    database = new DemoDatabase();
  }

  @AfterAll
  static void stopTheDemo() {
    database.close();
  }

  @BeforeEach
  void connect() throws SQLException {
    connection = database.connect();
    metaData = connection.getMetaData();
  }

  @AfterEach
  void sendsNoRequest() throws SQLException {
    connection.close();
    assertThat(database.server().requests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"workos_organization", "WORKOS_Organization"})
  void thePrimaryKeyIsTheId(String table) throws SQLException {
    assertThat(
            texts(
                metaData.getPrimaryKeys(null, SCHEMA, table),
                "TABLE_SCHEM",
                "TABLE_NAME",
                "COLUMN_NAME",
                "KEY_SEQ",
                "PK_NAME"))
        .containsExactly("workos workos_organization id 1 workos_organization_pkey");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = "%")
  void keysOfAllTablesAreAnsweredTogether(String table) throws SQLException {
    int tables =
        WorkOs.SOURCE.resources().stream().mapToInt(each -> each.primaryKey().size()).sum();

    assertThat(rows(metaData.getPrimaryKeys(null, SCHEMA, table))).hasSize(tables);
    assertThat(rows(metaData.getIndexInfo(null, SCHEMA, table, false, true))).hasSize(tables);
    assertThat(rows(metaData.getImportedKeys(null, SCHEMA, table)))
        .hasSizeGreaterThan(2)
        .hasSameSizeAs(rows(metaData.getExportedKeys(null, SCHEMA, table)));
  }

  @Test
  void aKeyOfSeveralColumnsIsAllOfThem() throws SQLException {
    assertThat(
            texts(
                metaData.getPrimaryKeys(null, SCHEMA, "workos_group_membership"),
                "COLUMN_NAME",
                "KEY_SEQ"))
        .containsExactly("group_id 2", "id 1");
  }

  @Test
  void anUnderscoreInATablesNameIsNoPattern() throws SQLException {
    assertThat(rows(metaData.getPrimaryKeys(null, SCHEMA, "workos_organizatio_"))).isEmpty();
  }

  @Test
  void importedKeysNameBothSides() throws SQLException {
    assertThat(
            texts(
                metaData.getImportedKeys(null, SCHEMA, "workos_connection"),
                "PKTABLE_NAME",
                "PKCOLUMN_NAME",
                "FKTABLE_NAME",
                "FKCOLUMN_NAME",
                "KEY_SEQ"))
        .containsExactly("workos_organization id workos_connection organization_id 1");
    assertThat(rows(metaData.getImportedKeys(null, SCHEMA, "workos_connection")))
        .singleElement()
        .satisfies(
            row ->
                assertThat(row)
                    .containsEntry("PKTABLE_SCHEM", SCHEMA)
                    .containsEntry("FKTABLE_SCHEM", SCHEMA)
                    .containsEntry("UPDATE_RULE", DatabaseMetaData.importedKeyNoAction)
                    .containsEntry("DELETE_RULE", DatabaseMetaData.importedKeyNoAction)
                    .containsEntry("FK_NAME", "workos_connection_organization_id_fkey")
                    .containsEntry("PK_NAME", "workos_organization_pkey")
                    .containsEntry("DEFERRABILITY", DatabaseMetaData.importedKeyNotDeferrable));
  }

  /** Roles are named by their slugs, which are not their primary key. */
  @Test
  void aKeyMayReferToAnotherColumnThanThePrimaryKey() throws SQLException {
    assertThat(
            texts(
                metaData.getImportedKeys(null, SCHEMA, "workos_invitation"),
                "FKCOLUMN_NAME",
                "PKTABLE_NAME",
                "PKCOLUMN_NAME",
                "PK_NAME"))
        .contains(
            "role_slug workos_role slug null", "inviter_user_id workos_user id workos_user_pkey");
  }

  @Test
  void exportedKeysAreTheImportedKeysOfOthers() throws SQLException {
    List<String> children =
        texts(
            metaData.getExportedKeys(null, SCHEMA, "workos_organization"),
            "FKTABLE_NAME",
            "FKCOLUMN_NAME");

    assertThat(children)
        .contains("workos_connection organization_id", "workos_auth_event organization_id")
        .isSorted();
    assertThat(
            texts(
                metaData.getCrossReference(
                    null, SCHEMA, "workos_organization", null, SCHEMA, "workos_directory"),
                "PKTABLE_NAME",
                "FKTABLE_NAME",
                "FK_NAME"))
        .containsExactly(
            "workos_organization workos_directory workos_directory_organization_id_fkey");
    assertThat(
            rows(
                metaData.getCrossReference(
                    null, SCHEMA, "workos_directory", null, SCHEMA, "workos_organization")))
        .isEmpty();
  }

  @Test
  void thePrimaryKeyIsAUniqueIndex() throws SQLException {
    assertThat(
            texts(
                metaData.getIndexInfo(null, SCHEMA, "workos_directory", true, false),
                "TABLE_NAME",
                "NON_UNIQUE",
                "INDEX_NAME",
                "TYPE",
                "ORDINAL_POSITION",
                "COLUMN_NAME"))
        .containsExactly("workos_directory false workos_directory_pkey 3 1 id");
  }

  @Test
  void thePrimaryKeyIdentifiesARow() throws SQLException {
    assertThat(
            texts(
                metaData.getBestRowIdentifier(
                    null, SCHEMA, "workos_directory", DatabaseMetaData.bestRowSession, false),
                "SCOPE",
                "COLUMN_NAME",
                "DATA_TYPE",
                "TYPE_NAME",
                "PSEUDO_COLUMN"))
        .containsExactly("2 id 12 VARCHAR 1");
    assertThat(rows(metaData.getVersionColumns(null, SCHEMA, "workos_directory"))).isEmpty();
  }
}
