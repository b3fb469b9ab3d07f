package io.workosjdbc.clients;

import static io.workosjdbc.driver.DemoDatabase.rows;
import static io.workosjdbc.driver.DemoDatabase.texts;
import static org.assertj.core.api.Assertions.assertThat;

import io.workosjdbc.Driver;
import io.workosjdbc.driver.DemoDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** What DBeaver's generic driver calls, in its order; DBeaver itself is not started. */
class DBeaverTest {
  @Test
  void theDriverFileNamesTheDriver() throws Exception {
    var document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(Path.of("sqlline-config/dbeaver/drivers.xml").toFile());
    var driver = (Element) document.getElementsByTagName("driver").item(0);

    assertThat(driver.getAttribute("class")).isEqualTo(Driver.class.getName());
    assertThat(new Driver().acceptsURL(driver.getAttribute("url"))).isTrue();
    assertThat(driver.getAttribute("anonymous")).isEqualTo("false");
    assertThat(driver.getElementsByTagName("parameter").getLength()).isPositive();
  }

  @Test
  void theNavigatorAndTheGridWork() throws SQLException {
    try (DemoDatabase database = new DemoDatabase()) {
      Properties credentials = new Properties();
      credentials.setProperty("user", "");
      credentials.setProperty("password", database.key());
      try (Connection connection = new Driver().connect(database.url(), credentials)) {
        connection.setReadOnly(true);
        connection.setAutoCommit(true);
        assertThat(connection.isReadOnly()).isTrue();
        navigator(connection.getMetaData());
        assertThat(database.server().requests()).isEmpty();
        grid(connection);
        assertThat(database.server().requests()).hasSizeLessThanOrEqualTo(2);
      }
    }
  }

  private static void navigator(DatabaseMetaData metaData) throws SQLException {
    assertThat(metaData.getIdentifierQuoteString()).isEqualTo("\"");
    assertThat(metaData.storesMixedCaseIdentifiers()).isTrue();
    assertThat(metaData.getSchemaTerm()).isNotBlank();
    assertThat(rows(metaData.getTypeInfo())).isNotEmpty();
    assertThat(rows(metaData.getCatalogs())).isEmpty();
    assertThat(texts(metaData.getSchemas(null, "%"), "TABLE_SCHEM")).contains("workos");
    assertThat(texts(metaData.getTableTypes(), "TABLE_TYPE")).contains("TABLE");
    String escape = metaData.getSearchStringEscape();
    String table = "workos_directory".replace("_", escape + "_");
    assertThat(rows(metaData.getTables(null, "workos", "%", null))).isNotEmpty();
    assertThat(rows(metaData.getColumns(null, "workos", table, "%"))).isNotEmpty();
    assertThat(rows(metaData.getPrimaryKeys(null, "workos", "%"))).isNotEmpty();
    assertThat(rows(metaData.getImportedKeys(null, "workos", "%"))).isNotEmpty();
    assertThat(rows(metaData.getIndexInfo(null, "workos", "%", false, true))).isNotEmpty();
    assertThat(rows(metaData.getExportedKeys(null, "workos", "workos_organization"))).isNotEmpty();
    assertThat(rows(metaData.getProcedures(null, "workos", "%"))).isEmpty();
    assertThat(rows(metaData.getFunctions(null, "workos", "%"))).isEmpty();
    assertThat(rows(metaData.getTables(null, null, "DBEAVERFAKETABLENAMEFORPING", null))).isEmpty();
  }

  private static void grid(Connection connection) throws SQLException {
    try (Statement statement =
        connection.createStatement(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY)) {
      statement.setMaxRows(200);
      assertThat(statement.execute("SELECT * FROM workos.workos_organization x")).isTrue();
      int count = 0;
      try (ResultSet rows = statement.getResultSet()) {
        while (rows.next()) {
          count++;
        }
      }
      assertThat(count).isPositive().isLessThanOrEqualTo(200);
      assertThat(statement.getUpdateCount()).isEqualTo(-1);
      assertThat(statement.getMoreResults()).isFalse();
      assertThat((Throwable) statement.getWarnings()).isNull();
    }
  }
}
