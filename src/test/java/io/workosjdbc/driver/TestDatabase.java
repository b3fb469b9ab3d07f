package io.workosjdbc.driver;

import io.workosjdbc.driver.TestTable.Column;
import io.workosjdbc.resource.Source;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.apache.calcite.linq4j.Enumerator;
import org.apache.calcite.linq4j.Linq4j;
import org.apache.calcite.schema.Table;
import org.apache.calcite.schema.impl.AbstractSchema;
import org.apache.calcite.sql.type.SqlTypeName;

/** A database in memory behind the driver under test. */
final class TestDatabase {
  static final String KEY = "sk_test_0123456789";
  static final Instant CREATED_AT = Instant.parse("2026-01-01T00:30:00.123Z");

  private final Map<String, Table> tables = new TreeMap<>();
  final List<ConnectionSettings> opened = new ArrayList<>();
  final AtomicInteger released = new AtomicInteger();

  /**
   * With tables {@code people} (two rows, the second all null) and {@code numbers} (0 to 99,999).
   */
  TestDatabase() {
    add(
        "people",
        List.of(
            Column.of("id", SqlTypeName.INTEGER),
            Column.of("name", SqlTypeName.VARCHAR),
            new Column("created_at", SqlTypeName.TIMESTAMP, 3),
            Column.of("born", SqlTypeName.DATE),
            Column.of("wakes", SqlTypeName.TIME),
            Column.of("active", SqlTypeName.BOOLEAN),
            new Column("amount", SqlTypeName.DECIMAL, 10),
            Column.of("score", SqlTypeName.DOUBLE),
            Column.of("visits", SqlTypeName.BIGINT)),
        () ->
            Linq4j.enumerator(
                List.of(
                    new Object[] {
                      7,
                      "Ada",
                      CREATED_AT.toEpochMilli(),
                      (int) LocalDate.of(1990, 5, 31).toEpochDay(),
                      LocalTime.of(6, 45).toSecondOfDay() * 1000,
                      true,
                      new BigDecimal("12"),
                      2.5,
                      3_000_000_000L
                    },
                    new Object[9])));
    add(
        "numbers",
        List.of(Column.of("n", SqlTypeName.INTEGER)),
        () -> new CountingEnumerator(new AtomicInteger(), new AtomicInteger(), 100_000));
  }

  TestDatabase add(String name, List<Column> columns, Supplier<Enumerator<Object[]>> rows) {
    tables.put(name, new TestTable(columns, rows));
    return this;
  }

  Connector connector() {
    return new Connector(
        settings -> {
          opened.add(settings);
          var schema =
              new AbstractSchema() {
                @Override
                protected Map<String, Table> getTableMap() {
                  return tables;
                }
              };
          return new SchemaSource.Attached(
              List.of(
                  new SchemaSource.Named(
                      settings.schema(), schema, Optional.of(new Source("test", List.of())))),
              released::incrementAndGet);
        },
        name -> Optional.empty());
  }

  Connection connect() throws SQLException {
    return connect("jdbc:workos:apiKey=" + KEY);
  }

  Connection connect(String url) throws SQLException {
    return connector().connect(url, new Properties());
  }
}
