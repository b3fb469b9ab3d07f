package io.workosjdbc.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A statement and what is expected of it, in the words of the request log: {@code sql("select
 * ...").sends("GET /organizations?limit=100").returns("org_1|Acme")}. It is executed once, by the
 * first expectation, on a connection of its own.
 */
final class Query {
  private final Service api;
  private final String statement;
  private Object[] parameters = {};
  private String properties = "";
  private Optional<Connection> connection = Optional.empty();
  private Optional<Outcome> outcome = Optional.empty();

  Query(Service api, String statement) {
    this.api = api;
    this.statement = statement;
  }

  /** Values for the statement's parameters; texts are moved to the real time, null is NULL. */
  Query with(Object... values) {
    parameters = Arrays.copyOf(values, values.length);
    return this;
  }

  /** Connection properties, such as {@code lookback=7d}. */
  Query in(String connectionProperties) {
    properties = connectionProperties;
    return this;
  }

  /** Executes on that connection, which stays open. */
  Query on(Connection open) {
    connection = Optional.of(open);
    return this;
  }

  /** Exactly these requests, in this order; see {@link Requests} for times. */
  Query sends(String... requests) {
    assertThat(failureText()).as("failure of " + statement).isEmpty();
    Requests.check(outcome(), List.of(requests));
    return this;
  }

  Query sendsNothing() {
    return sends();
  }

  /** So many requests, all of which begin like this. */
  Query sends(int count, String beginning) {
    assertThat(outcome().requests())
        .as("requests of " + statement)
        .hasSize(count)
        .allSatisfy(request -> assertThat(request).startsWith(beginning));
    return this;
  }

  /** Exactly these rows, in this order. */
  Query returns(String... rows) {
    assertThat(failureText()).as("failure of " + statement).isEmpty();
    assertThat(outcome().rows()).as("rows of " + statement).containsExactly(rows);
    return this;
  }

  Query returnsInAnyOrder(String... rows) {
    assertThat(failureText()).as("failure of " + statement).isEmpty();
    assertThat(outcome().rows()).as("rows of " + statement).containsExactlyInAnyOrder(rows);
    return this;
  }

  Query returnsNothing() {
    return returns();
  }

  /** It fails with this SQLState, and with this in the message. */
  Query fails(String sqlState, String message) {
    assertThat(failureText())
        .as("failure of " + statement + ", rows " + outcome().rows())
        .startsWith(sqlState + " ")
        .contains(message);
    return this;
  }

  /** The same rows when whole lists are read and filtered here. */
  Query sameWithoutPushdown() {
    var all =
        api.sql(statement)
            .with(parameters)
            .in(properties.isEmpty() ? "pushdown=off" : properties + ";pushdown=off")
            .outcome();
    assertThat(failureText()).as("failure of " + statement).isEmpty();
    assertThat(all.failure()).isEmpty();
    assertThat(outcome().rows())
        .as("rows of " + statement + " with and without pushdown")
        .containsExactlyInAnyOrderElementsOf(all.rows());
    return this;
  }

  /** What its execution came to. */
  Outcome outcome() {
    if (outcome.isEmpty()) {
      outcome = Optional.of(execute());
    }
    return outcome.get();
  }

  private String failureText() {
    return outcome().failure().map(e -> e.getSQLState() + " " + e.getMessage()).orElse("");
  }

  private Outcome execute() {
    api.clearRequests();
    var began = Instant.now();
    var rows = new ArrayList<String>();
    var warnings = new ArrayList<String>();
    Optional<SQLException> failure = Optional.empty();
    try {
      if (connection.isPresent()) {
        execute(connection.get(), rows, warnings);
      } else {
        try (var own = api.connect(properties)) {
          execute(own, rows, warnings);
        }
      }
    } catch (SQLException e) {
      failure = Optional.of(e);
    }
    var requests = api.requests().stream().map(StoryTime::toStory).toList();
    return new Outcome(rows, requests, warnings, failure, began, Instant.now());
  }

  private void execute(Connection on, List<String> rows, List<String> warnings)
      throws SQLException {
    try (PreparedStatement prepared = on.prepareStatement(StoryTime.toReal(statement))) {
      for (int i = 0; i < parameters.length; i++) {
        var value = parameters[i];
        prepared.setObject(i + 1, value instanceof String text ? StoryTime.toReal(text) : value);
      }
      try (var result = prepared.executeQuery()) {
        while (result.next()) {
          rows.add(row(result));
        }
      }
      SQLWarning warning = prepared.getWarnings();
      Stream.iterate(warning, each -> each != null, SQLWarning::getNextWarning)
          .forEach(each -> warnings.add(StoryTime.toStory(each.getMessage())));
    }
  }

  private static String row(ResultSet result) throws SQLException {
    var values = new ArrayList<String>();
    for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
      values.add(String.valueOf(result.getString(column)));
    }
    return StoryTime.toStory(String.join("|", values));
  }
}
