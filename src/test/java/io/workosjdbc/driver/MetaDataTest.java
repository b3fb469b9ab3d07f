package io.workosjdbc.driver;

import static io.workosjdbc.driver.DemoDatabase.rows;
import static io.workosjdbc.driver.DemoDatabase.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.workosjdbc.resource.Column;
import io.workosjdbc.resource.Resource;
import io.workosjdbc.workos.WorkOs;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetaDataTest {
  private static final String SCHEMA = "workos";
  private static final String[] COLUMN_NAMES = {
    "TABLE_CAT",
    "TABLE_SCHEM",
    "TABLE_NAME",
    "COLUMN_NAME",
    "DATA_TYPE",
    "TYPE_NAME",
    "COLUMN_SIZE",
    "BUFFER_LENGTH",
    "DECIMAL_DIGITS",
    "NUM_PREC_RADIX",
    "NULLABLE",
    "REMARKS",
    "COLUMN_DEF",
    "SQL_DATA_TYPE",
    "SQL_DATETIME_SUB",
    "CHAR_OCTET_LENGTH",
    "ORDINAL_POSITION",
    "IS_NULLABLE",
    "SCOPE_CATALOG",
    "SCOPE_SCHEMA",
    "SCOPE_TABLE",
    "SOURCE_DATA_TYPE",
    "IS_AUTOINCREMENT",
    "IS_GENERATEDCOLUMN"
  };

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

  @Test
  void tablesCarryTheRemarksOfTheirDeclarations() throws SQLException {
    List<Map<String, Object>> tables = rows(metaData.getTables(null, SCHEMA, "%", null));

    assertThat(tables)
        .extracting(row -> row.get("TABLE_NAME"))
        .containsExactlyElementsOf(
            WorkOs.SOURCE.resources().stream().map(Resource::table).sorted().toList());
    assertThat(tables)
        .allSatisfy(
            row -> {
              Resource table = WorkOs.SOURCE.resource((String) row.get("TABLE_NAME")).orElseThrow();
              assertThat(row)
                  .containsEntry("TABLE_CAT", null)
                  .containsEntry("TABLE_SCHEM", SCHEMA)
                  .containsEntry("TABLE_TYPE", "TABLE")
                  .containsEntry("REMARKS", table.description());
            });
  }

  @Test
  void columnsCarryRemarksAndBareTypes() throws SQLException {
    List<Map<String, Object>> columns =
        rows(metaData.getColumns(null, SCHEMA, "workos_organization", "%"));

    assertThat(columns.get(0).keySet()).containsExactly(COLUMN_NAMES);
    assertThat(columns)
        .extracting(row -> row.get("COLUMN_NAME"))
        .containsExactlyElementsOf(
            WorkOs.SOURCE.resources().get(0).columns().stream().map(Column::name).toList());
    assertThat(columns.get(0))
        .containsEntry("DATA_TYPE", Types.VARCHAR)
        .containsEntry("TYPE_NAME", "VARCHAR")
        .containsEntry("COLUMN_SIZE", Integer.MAX_VALUE)
        .containsEntry("DECIMAL_DIGITS", null)
        .containsEntry("NULLABLE", DatabaseMetaData.columnNoNulls)
        .containsEntry("REMARKS", "Identifier of the organization.")
        .containsEntry("ORDINAL_POSITION", 1)
        .containsEntry("IS_NULLABLE", "NO")
        .containsEntry("IS_AUTOINCREMENT", "NO")
        .containsEntry("IS_GENERATEDCOLUMN", "NO");
    assertThat(columns)
        .filteredOn(row -> row.get("COLUMN_NAME").equals("created_at"))
        .singleElement()
        .satisfies(
            row ->
                assertThat(row)
                    .containsEntry("DATA_TYPE", Types.TIMESTAMP)
                    .containsEntry("TYPE_NAME", "TIMESTAMP")
                    .containsEntry("COLUMN_SIZE", "2026-01-31 10:20:30.123".length())
                    .containsEntry("DECIMAL_DIGITS", 3)
                    .containsEntry("IS_NULLABLE", "YES"));
    assertThat(columns).allSatisfy(row -> assertThat((String) row.get("REMARKS")).isNotBlank());
  }

  @Test
  void numbersAndTruthValuesHaveSizes() throws SQLException {
    assertThat(
            texts(
                metaData.getColumns(null, SCHEMA, "workos\\_directory", "active\\_users"),
                "TYPE_NAME",
                "COLUMN_SIZE",
                "DECIMAL_DIGITS",
                "NUM_PREC_RADIX"))
        .containsExactly("BIGINT 19 0 10");
    assertThat(
            texts(
                metaData.getColumns(null, null, "workos_organization", "allow%"),
                "TYPE_NAME",
                "COLUMN_SIZE",
                "DECIMAL_DIGITS",
                "NUM_PREC_RADIX"))
        .containsExactly("BOOLEAN 1 null null");
  }

  @ParameterizedTest
  @CsvSource({
    "workos_organization,1",
    "workos\\_organization,1",
    "WORKOS\\_ORGANIZATION,1",
    "workos\\%,0",
    "w_rk_s_%organization,1",
    "%_organization,1",
    "organ,0",
    "'',0"
  })
  void patternsHaveEscapesAndNoCase(String pattern, int found) throws SQLException {
    assertThat(rows(metaData.getTables(null, "WORKOS", pattern, null))).hasSize(found);
  }

  @Test
  void thereAreNoCatalogs() throws SQLException {
    assertThat(rows(metaData.getCatalogs())).isEmpty();
    assertThat(rows(metaData.getTables("other", null, null, null))).isEmpty();
    assertThat(rows(metaData.getTables("", SCHEMA, null, null))).isNotEmpty();
    assertThat(rows(metaData.getTables(null, "", null, null))).isEmpty();
    assertThat(metaData.supportsCatalogsInDataManipulation()).isFalse();
    assertThat(connection.getCatalog()).isNull();
  }

  @Test
  void schemasAreOurs() throws SQLException {
    assertThat(texts(metaData.getSchemas(), "TABLE_SCHEM", "TABLE_CATALOG"))
        .containsExactly(
            "information_schema null", "workos null", "workos_insight null", "workos_log null");
    assertThat(texts(metaData.getSchemas(null, "workos"), "TABLE_SCHEM")).containsExactly(SCHEMA);
  }

  @Test
  void everyTableIsOfATypeThatIsListed() throws SQLException {
    List<String> types = texts(metaData.getTableTypes(), "TABLE_TYPE");

    assertThat(types).containsExactly("SYSTEM VIEW", "TABLE", "VIEW");
    assertThat(texts(metaData.getTables(null, null, "%", null), "TABLE_TYPE"))
        .isSubsetOf(types)
        .isSorted();
    assertThat(rows(metaData.getTables(null, SCHEMA, "%", new String[] {"VIEW"}))).isEmpty();
    assertThat(rows(metaData.getTables(null, SCHEMA, "%", new String[] {"VIEW", "TABLE"})))
        .hasSize(WorkOs.SOURCE.resources().size());
  }

  @Test
  void columnsAreOrderedByTableAndPosition() throws SQLException {
    List<Map<String, Object>> columns = rows(metaData.getColumns(null, null, null, null));

    assertThat(columns)
        .extracting(
            row ->
                "%s.%s.%03d"
                    .formatted(
                        row.get("TABLE_SCHEM"),
                        row.get("TABLE_NAME"),
                        (Integer) row.get("ORDINAL_POSITION")))
        .isSorted()
        .doesNotHaveDuplicates();
  }

  @Test
  void typesAreListedOnceInOrder() throws SQLException {
    List<Map<String, Object>> types = rows(metaData.getTypeInfo());

    assertThat(types)
        .extracting(row -> (Integer) row.get("DATA_TYPE"))
        .isSorted()
        .doesNotHaveDuplicates();
    assertThat(types)
        .extracting(row -> row.get("TYPE_NAME"))
        .contains("VARCHAR", "BIGINT", "TIMESTAMP", "BOOLEAN")
        .containsAll(
            rows(metaData.getColumns(null, null, null, null)).stream()
                .map(row -> row.get("TYPE_NAME"))
                .toList());
    assertThat(types)
        .filteredOn(row -> List.of("DATE", "TIME", "TIMESTAMP").contains(row.get("TYPE_NAME")))
        .extracting(row -> row.get("PRECISION"), row -> row.get("MAXIMUM_SCALE"))
        .containsExactly(tuple(10, 0), tuple(12, 3), tuple(23, 3));
  }

  @Test
  void everybodyMayRead() throws SQLException {
    assertThat(
            texts(
                metaData.getTablePrivileges(null, SCHEMA, "workos\\_directory"),
                "TABLE_NAME",
                "GRANTEE",
                "PRIVILEGE",
                "IS_GRANTABLE"))
        .containsExactly("workos_directory PUBLIC SELECT NO");
  }

  @Test
  void theProductIsNamed() throws SQLException {
    assertThat(metaData.getDatabaseProductName()).isEqualTo("WorkOS");
    assertThat(metaData.getDatabaseProductVersion()).isEqualTo(DriverVersion.NUMBER);
    assertThat(metaData.getDatabaseMajorVersion()).isEqualTo(DriverVersion.MAJOR);
    assertThat(metaData.getDriverName()).isEqualTo("workos-jdbc");
    assertThat(metaData.getURL()).startsWith("jdbc:workos:").doesNotContain(database.key());
    assertThat(metaData.isReadOnly()).isTrue();
    assertThat(metaData.getSQLKeywords()).contains(",");
    assertThat(metaData.getStringFunctions()).contains("CONCAT");
  }

  @Test
  void resultsOfTheMetaDataAreResultSetsLikeOthers() throws SQLException {
    try (ResultSet tables = metaData.getTables(null, SCHEMA, "%", null)) {
      assertThat(tables.getMetaData().getColumnLabel(3)).isEqualTo("TABLE_NAME");
      assertThat(tables.getStatement().getConnection()).isSameAs(connection);
      assertThat(tables.next()).isTrue();
      assertThat(tables.getString("table_schem")).isEqualTo(SCHEMA);
      assertThat(tables.getString("TABLE_CAT")).isNull();
      assertThat(tables.wasNull()).isTrue();
    }
  }
}
