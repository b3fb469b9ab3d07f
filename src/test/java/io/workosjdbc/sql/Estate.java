package io.workosjdbc.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.workosjdbc.demo.DemoData;
import io.workosjdbc.demo.DemoObject;
import io.workosjdbc.demo.DemoOptions;
import io.workosjdbc.demo.DemoServer;
import io.workosjdbc.demo.Quirk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Several environments, each a demo server, and one connection to all of them. */
final class Estate implements BeforeEachCallback, AfterAllCallback {
  private final Map<String, DemoServer> servers = new LinkedHashMap<>();
  private final Path file;

  private Estate(Map<String, DemoData> environments) {
    environments.forEach(
        (name, data) -> servers.put(name, DemoServer.start(DemoOptions.defaults(), data)));
    var members =
        servers.entrySet().stream()
            .map(
                entry ->
                    "\"%s\": {\"baseUrl\": \"%s\", \"apiKey\": \"%s\"}"
                        .formatted(
                            entry.getKey(), entry.getValue().baseUrl(), entry.getValue().apiKey()))
            .collect(Collectors.joining(",\n", "{", "}"));
    file = privateFile(members);
  }

  static Estate of(Map<String, DemoData> environments) {
    return new Estate(environments);
  }

  /** Two of almost the same content: production, and staging. */
  static Estate ofTwo() {
    var two = new LinkedHashMap<String, DemoData>();
    two.put("production", World.data());
    two.put("staging", staging());
    return of(two);
  }

  /** Staging has no directory and lacks one organization. */
  private static DemoData staging() {
    var objects = new ArrayList<DemoObject>();
    World.data().organizations().stream()
        .filter(organization -> !organization.id().equals("org_zoe"))
        .forEach(objects::add);
    objects.addAll(World.data().connections());
    objects.addAll(World.data().events());
    return DemoData.of(objects);
  }

  private static Path privateFile(String text) {
    try {
      var path =
          Files.createTempFile(
              "environments",
              ".json",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      path.toFile().deleteOnExit();
      return Files.writeString(path, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  DemoServer server(String environment) {
    return servers.get(environment);
  }

  Connection connect(String properties) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:workos:environments="
            + file
            + ";cache=off;maxConcurrency=1;maxRetries=0;requestsPerSecond=10000"
            + (properties.isEmpty() ? "" : ";" + properties));
  }

  Answered sql(String statement, Object... parameters) {
    return sqlWith("", statement, parameters);
  }

  /** Executes on a connection with more properties. */
  Answered sqlWith(String properties, String statement, Object... parameters) {
    servers.values().forEach(DemoServer::clearRequests);
    var began = Instant.now();
    var rows = new ArrayList<String>();
    var warnings = new ArrayList<String>();
    Optional<SQLException> failure = Optional.empty();
    try (var connection = connect(properties);
        var prepared = connection.prepareStatement(StoryTime.toReal(statement))) {
      for (int i = 0; i < parameters.length; i++) {
        prepared.setObject(i + 1, parameters[i]);
      }
      try (var result = prepared.executeQuery()) {
        while (result.next()) {
          rows.add(row(result));
        }
      }
      SQLWarning warning = prepared.getWarnings();
      Stream.iterate(warning, each -> each != null, SQLWarning::getNextWarning)
          .forEach(each -> warnings.add(each.getMessage()));
    } catch (SQLException e) {
      failure = Optional.of(e);
    }
    var outcomes = new LinkedHashMap<String, Outcome>();
    for (var each : servers.entrySet()) {
      var requests = each.getValue().requests().stream().map(StoryTime::toStory).toList();
      outcomes.put(
          each.getKey(), new Outcome(rows, requests, warnings, failure, began, Instant.now()));
    }
    return new Answered(statement, outcomes);
  }

  private static String row(ResultSet result) throws SQLException {
    var values = new ArrayList<String>();
    for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
      values.add(String.valueOf(result.getString(column)));
    }
    return StoryTime.toStory(String.join("|", values));
  }

  /** What came of a statement, and what each environment was asked for it. */
  record Answered(String statement, Map<String, Outcome> outcomes) {

    private Outcome any() {
      return outcomes.values().iterator().next();
    }

    private void worked() {
      assertThat(any().failure()).as("failure of " + statement).isEmpty();
    }

    Answered returns(String... rows) {
      worked();
      assertThat(any().rows()).as("rows of " + statement).containsExactly(rows);
      return this;
    }

    Answered returnsInAnyOrder(String... rows) {
      worked();
      assertThat(any().rows()).as("rows of " + statement).containsExactlyInAnyOrder(rows);
      return this;
    }

    /** Exactly these requests to one environment, in this order. */
    Answered sends(String environment, String... requests) {
      worked();
      Requests.check(outcomes.get(environment), List.of(requests));
      return this;
    }

    Answered sendsEach(String... requests) {
      outcomes.keySet().forEach(environment -> sends(environment, requests));
      return this;
    }

    Answered warns(String... parts) {
      worked();
      assertThat(any().warnings()).as("warnings of " + statement).hasSize(1);
      assertThat(any().warnings().get(0)).contains(parts);
      return this;
    }

    Answered fails(String sqlState, String message) {
      assertThat(any().failure().map(e -> e.getSQLState() + " " + e.getMessage()).orElse(""))
          .startsWith(sqlState)
          .contains(message);
      return this;
    }

    List<String> rows() {
      worked();
      return any().rows();
    }

    List<String> requests(String environment) {
      return outcomes.get(environment).requests();
    }
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    for (var server : servers.values()) {
      server.heal();
      server.quirks(new Quirk[0]);
    }
  }

  @Override
  public void afterAll(ExtensionContext context) {
    servers.values().forEach(DemoServer::close);
  }
}
