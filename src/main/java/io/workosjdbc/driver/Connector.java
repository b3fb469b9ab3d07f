package io.workosjdbc.driver;

import java.sql.Connection;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import org.apache.calcite.jdbc.CalciteConnection;
import org.jspecify.annotations.Nullable;

/** Makes connections. One per JVM is enough; thread-safe. */
public final class Connector {
  private final WarmUp warmUp = new WarmUp();
  private final SchemaSource schemas;
  private final Function<String, Optional<String>> environment;
  private final Deadlines deadlines = new Deadlines();
  private final Clock clock = Clock.systemUTC();

  /**
   * A connector.
   *
   * @param schemas where tables come from
   * @param environment what an environment variable holds
   */
  Connector(SchemaSource schemas, Function<String, Optional<String>> environment) {
    this.schemas = schemas;
    this.environment = environment;
    CalciteRegistration.undoIfRelocated();
  }

  /** The connector of the registered drivers: tables are answered by the API of a source. */
  public static Connector live() {
    return new Connector(
        new LiveSchemas(),
        name -> Optional.ofNullable(System.getenv(name)).filter(v -> !v.isBlank()));
  }

  /**
   * The properties for a connection dialog, with what URL and Properties say so far.
   *
   * @param prefix the one of a source
   */
  public static DriverPropertyInfo[] properties(
      String prefix, @Nullable String url, @Nullable Properties info) throws SQLException {
    return PropertySheet.of(Products.of(prefix).orElseThrow(), url, info);
  }

  /** Opens a connection, without any request. */
  public Connection connect(String url, Properties info) throws SQLException {
    ConnectionUrl parsed = ConnectionUrl.parse(url);
    ConnectionSettings settings =
        ConnectionSettings.of(parsed, PropertyValues.of(parsed, info, environment));
    SchemaSource.Attached attached =
        settings.endpoint() instanceof Endpoint.OfModel model
            ? ModelFile.open(model, schemas)
            : schemas.open(settings);
    try {
      CalciteConnection calcite = CalciteSession.open(attached);
      warmUp.begin(settings.product().firstStatement(), attached);
      return new Session(settings, calcite, attached, deadlines, clock).connection();
    } catch (SQLException | RuntimeException e) {
      attached.release().close();
      throw SqlErrors.translate(e);
    }
  }
}
