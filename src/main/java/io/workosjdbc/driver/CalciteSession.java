package io.workosjdbc.driver;

import io.workosjdbc.planner.PlanCache;
import io.workosjdbc.planner.QueryPreparer;
import io.workosjdbc.planner.SqlViews;
import io.workosjdbc.planner.TypeFactory;
import io.workosjdbc.planner.log.LogSchema;
import io.workosjdbc.planner.sql.Dialect;
import io.workosjdbc.planner.sql.InformationSchema;
import java.sql.SQLException;
import java.util.Properties;
import org.apache.calcite.avatica.AvaticaConnection;
import org.apache.calcite.avatica.Meta;
import org.apache.calcite.avatica.util.Casing;
import org.apache.calcite.avatica.util.Quoting;
import org.apache.calcite.config.CalciteConnectionProperty;
import org.apache.calcite.jdbc.CalciteConnection;
import org.apache.calcite.jdbc.CalciteFactory;
import org.apache.calcite.jdbc.CalcitePrepare;
import org.apache.calcite.jdbc.CalciteSchema;
import org.apache.calcite.jdbc.Driver;
import org.apache.calcite.sql.validate.SqlConformanceEnum;

/**
 * Opens the Calcite connection inside of one of ours. Nothing that a user gives reaches Calcite's
 * properties: some of those load classes.
 *
 * <p>An instance is a Calcite driver for one connection and is never registered.
 */
final class CalciteSession extends Driver {
  private final PlanCache plans = new PlanCache();

  private CalciteSession() {}

  /** Opens a connection with these schemas, those of their views and the information schema. */
  static CalciteConnection open(SchemaSource.Attached attached) throws SQLException {
    return new CalciteSession().connect(attached);
  }

  private CalciteConnection connect(SchemaSource.Attached attached) throws SQLException {
    AvaticaConnection connection =
        ((CalciteFactory) factory)
            .newConnection(
                this,
                factory,
                CONNECT_STRING_PREFIX,
                properties(),
                CalciteSchema.createRootSchema(false),
                new TypeFactory());
    handler.onConnectionInit(connection);
    CalciteConnection calcite = (CalciteConnection) connection;
    var root = calcite.getRootSchema();
    attached.schemas().forEach(schema -> root.add(schema.name(), schema.schema()));
    attached.declared().forEach((name, source) -> SqlViews.addTo(root, name, source));
    root.add(InformationSchema.NAME, new InformationSchema(attached.declared()));
    if (!attached.logs().isEmpty()) {
      root.add(LogSchema.NAME, new LogSchema(attached.logs(), attached.declared()));
    }
    calcite.setSchema(attached.defaultSchema());
    return calcite;
  }

  private static Properties properties() {
    Properties properties = new Properties();
    set(properties, CalciteConnectionProperty.QUOTING, Quoting.DOUBLE_QUOTE.name());
    set(properties, CalciteConnectionProperty.CASE_SENSITIVE, "false");
    set(properties, CalciteConnectionProperty.QUOTED_CASING, Casing.UNCHANGED.name());
    set(properties, CalciteConnectionProperty.UNQUOTED_CASING, Casing.UNCHANGED.name());
    // BABEL fails on GROUP BY over CASE or NULLIF.
    set(properties, CalciteConnectionProperty.CONFORMANCE, SqlConformanceEnum.LENIENT.name());
    set(properties, CalciteConnectionProperty.FUN, Dialect.LIBRARIES);
    set(properties, CalciteConnectionProperty.PARSER_FACTORY, Dialect.PARSER_FACTORY);
    set(properties, CalciteConnectionProperty.TIME_ZONE, "UTC");
    return properties;
  }

  private static void set(Properties properties, CalciteConnectionProperty name, String value) {
    properties.setProperty(name.camelName(), value);
  }

  @Override
  protected RowFactory createFactory() {
    return new RowFactory();
  }

  @Override
  public CalcitePrepare createPrepare() {
    return new QueryPreparer(plans);
  }

  @Override
  public Meta createMeta(AvaticaConnection connection) {
    Meta meta = super.createMeta(connection);
    ((RowFactory) factory).use(meta);
    return meta;
  }
}
