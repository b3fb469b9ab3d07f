package io.workosjdbc.clients;

import static org.assertj.core.api.Assertions.assertThat;

import io.workosjdbc.driver.DemoDatabase;
import io.workosjdbc.resource.Resource;
import io.workosjdbc.workos.WorkOs;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import schemacrawler.schema.Catalog;
import schemacrawler.schema.ForeignKey;
import schemacrawler.schema.Table;
import schemacrawler.schemacrawler.LoadOptionsBuilder;
import schemacrawler.schemacrawler.SchemaCrawlerOptionsBuilder;
import schemacrawler.schemacrawler.SchemaInfoLevelBuilder;
import schemacrawler.tools.utility.SchemaCrawlerUtility;
import us.fatehi.utility.datasource.DatabaseConnectionSources;
import us.fatehi.utility.datasource.MultiUseUserCredentials;

/** SchemaCrawler at its maximum detail, which asks the metadata everything there is. */
class SchemaCrawlerTest {
  /** What SchemaCrawler logs as a warning. */
  private static final class Warnings extends Handler {
    private final List<String> messages = new ArrayList<>();

    @Override
    public void publish(LogRecord event) {
      if (event.getLevel().intValue() >= Level.WARNING.intValue()) {
        messages.add(event.getMessage() + " " + event.getThrown());
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  @Test
  void crawlsEverythingWithoutAWarningOrARequest() {
    Warnings warnings = new Warnings();
    Logger root = Logger.getLogger("");
    root.addHandler(warnings);
    try (DemoDatabase database = new DemoDatabase()) {
      Catalog catalog = crawl(database);

      assertTables(catalog);
      assertThat(catalog.getDatabaseInfo().getDatabaseProductName()).isEqualTo("WorkOS");
      assertThat(catalog.getJdbcDriverInfo().getDriverName()).isEqualTo("workos-jdbc");
      assertThat(database.server().requests()).isEmpty();
    } finally {
      root.removeHandler(warnings);
    }
    assertThat(warnings.messages).isEmpty();
  }

  private static Catalog crawl(DemoDatabase database) {
    var options =
        SchemaCrawlerOptionsBuilder.newSchemaCrawlerOptions()
            .withLoadOptions(
                LoadOptionsBuilder.builder()
                    .withSchemaInfoLevel(
                        SchemaInfoLevelBuilder.builder()
                            .withInfoLevel(schemacrawler.schemacrawler.InfoLevel.maximum)
                            .toOptions())
                    .toOptions());
    var source =
        DatabaseConnectionSources.newDatabaseConnectionSource(
            database.url(), new MultiUseUserCredentials("workos", database.key()));
    return SchemaCrawlerUtility.getCatalog(source, options);
  }

  private static void assertTables(Catalog catalog) {
    for (Resource resource : WorkOs.SOURCE.resources()) {
      Table table =
          catalog.getTables().stream()
              .filter(found -> found.getName().equals(resource.table()))
              .findFirst()
              .orElseThrow();
      assertThat(table.getRemarks()).isEqualTo(resource.description());
      assertThat(table.getPrimaryKey().getConstrainedColumns())
          .hasSameSizeAs(resource.primaryKey());
      assertThat(table.getIndexes()).hasSize(1);
      assertThat(table.getColumns()).hasSameSizeAs(resource.columns());
      assertThat(table.getColumns())
          .allSatisfy(
              column -> {
                assertThat(column.getRemarks()).isNotBlank();
                assertThat(column.getSize()).isPositive();
                assertThat(column.getColumnDataType().getName()).doesNotContain("(", " ");
              });
      assertThat(table.getImportedForeignKeys())
          .extracting(ForeignKey::getName)
          .hasSize(
              (int)
                  resource.columns().stream()
                      .filter(column -> column.references().isPresent())
                      .count());
    }
  }
}
