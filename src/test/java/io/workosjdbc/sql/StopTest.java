package io.workosjdbc.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.workosjdbc.demo.DemoData;
import io.workosjdbc.demo.Fault;
import io.workosjdbc.demo.Hold;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stops a statement stops its paging and aborts the call in flight. */
class StopTest {
  private static final String ALL = "select id from workos_organization";

  @RegisterExtension static final Api API = Api.of(DemoData.of(ListOrderTest.organizations()));

  /** Ways to stop a statement. */
  enum Stop {
    CANCEL,
    CLOSE_RESULT_SET,
    CLOSE_STATEMENT,
    CLOSE_CONNECTION;

    void stop(Connection connection, Statement statement, ResultSet rows) throws SQLException {
      switch (this) {
        case CANCEL -> statement.cancel();
        case CLOSE_RESULT_SET -> rows.close();
        case CLOSE_STATEMENT -> statement.close();
        case CLOSE_CONNECTION -> connection.close();
      }
    }
  }

  private static <T> CompletableFuture<T> inBackground(Callable<T> work) {
    var result = new CompletableFuture<T>();
    var thread =
        new Thread(
            () -> {
              try {
                result.complete(work.call());
              } catch (Throwable failure) {
                result.completeExceptionally(failure);
              }
            });
    thread.setDaemon(true);
    thread.start();
    return result;
  }

  private static Throwable failure(CompletableFuture<?> work) throws Exception {
    try {
      return new AssertionError("came to " + work.get(10, TimeUnit.SECONDS));
    } catch (ExecutionException e) {
      return e.getCause();
    }
  }

  private static int count(ResultSet rows) throws SQLException {
    int count = 0;
    while (rows.next()) {
      count++;
    }
    return count;
  }

  @ParameterizedTest
  @EnumSource(
      value = Stop.class,
      names = {"CANCEL", "CLOSE_STATEMENT", "CLOSE_CONNECTION"})
  void theFirstPageIsAborted(Stop how) throws Exception {
    var hold = Hold.inBody();
    API.server().fail(Fault.every("/organizations", hold));
    try (var connection = API.connect("maxConcurrency=16");
        var statement = connection.createStatement()) {
      var running = inBackground(() -> statement.executeQuery(ALL));
      hold.reached().get(10, TimeUnit.SECONDS);

      how.stop(connection, statement, null);

      assertThat(failure(running)).hasFieldOrPropertyWithValue("SQLState", "57014");
      hold.abandoned().get(10, TimeUnit.SECONDS);
    }
    assertThat(API.server().requests()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(Stop.class)
  void aLaterPageIsAborted(Stop how) throws Exception {
    var hold = Hold.inBody();
    API.server().fail(Fault.nth(2, "/organizations", hold));
    try (var connection = API.connect("maxConcurrency=16");
        var statement = connection.createStatement();
        var rows = statement.executeQuery(ALL)) {
      var running = inBackground(() -> count(rows));
      hold.reached().get(10, TimeUnit.SECONDS);

      how.stop(connection, statement, rows);

      assertThat(failure(running)).isInstanceOf(SQLException.class);
      hold.abandoned().get(10, TimeUnit.SECONDS);
    }
    assertThat(API.server().requests()).hasSize(2);
  }

  @Test
  void aRequestThatWasNotAnsweredYetIsAbortedToo() throws Exception {
    var hold = Hold.beforeAnswer();
    API.server().fail(Fault.every("/organizations", hold));
    try (var connection = API.connect("maxConcurrency=16");
        var statement = connection.createStatement()) {
      var running = inBackground(() -> statement.executeQuery(ALL));
      hold.reached().get(10, TimeUnit.SECONDS);

      statement.cancel();

      assertThat(failure(running)).hasFieldOrPropertyWithValue("SQLState", "57014");
    }
    hold.release();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void aQueryTimeoutAbortsTheCall(int page) throws Exception {
    var hold = Hold.inBody();
    API.server().fail(Fault.nth(page, "/organizations", hold));
    try (var connection = API.connect("maxConcurrency=16");
        var statement = connection.createStatement()) {
      statement.setQueryTimeout(1);

      assertThatThrownBy(
              () -> {
                try (var rows = statement.executeQuery(ALL)) {
                  count(rows);
                }
              })
          .isInstanceOf(SQLTimeoutException.class)
          .hasFieldOrPropertyWithValue("SQLState", "57014");
      hold.abandoned().get(10, TimeUnit.SECONDS);

      statement.setQueryTimeout(0);
      API.server().heal();
      assertThat(count(statement.executeQuery(ALL))).isEqualTo(250);
    }
  }

  @Test
  void aStatementThatWasCancelledRunsAgain() throws Exception {
    var hold = Hold.inBody();
    API.server().fail(Fault.next(1, "/organizations", hold));
    try (var connection = API.connect("maxConcurrency=16");
        var statement = connection.prepareStatement(ALL)) {
      var running = inBackground(statement::executeQuery);
      hold.reached().get(10, TimeUnit.SECONDS);
      statement.cancel();
      assertThat(failure(running)).isInstanceOf(SQLException.class);

      assertThat(count(statement.executeQuery())).isEqualTo(250);
    }
  }

  @Test
  void cancellingAJoinAbortsItsSecondSide() throws Exception {
    var hold = Hold.inBody();
    API.server().fail(Fault.every("/connections", hold));
    try (var connection = API.connect("maxConcurrency=16");
        var statement = connection.createStatement()) {
      var running =
          inBackground(
              () ->
                  count(
                      statement.executeQuery(
                          "select o.id, c.id from workos_organization o left join workos_connection"
                              + " c on c.organization_id = o.id where o.id = 'org_001'")));
      hold.reached().get(10, TimeUnit.SECONDS);

      statement.cancel();

      assertThat(failure(running)).hasFieldOrPropertyWithValue("SQLState", "57014");
      hold.abandoned().get(10, TimeUnit.SECONDS);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 100})
  void maxRowsOfAPageOrLessIsOneRequest(int maxRows) throws SQLException {
    try (var connection = API.connect("maxConcurrency=16");
        var statement = connection.createStatement();
        var prepared = connection.prepareStatement(ALL)) {
      statement.setMaxRows(maxRows);
      assertThat(count(statement.executeQuery(ALL))).isEqualTo(maxRows);
      assertThat(API.server().requests()).hasSize(1);

      prepared.setMaxRows(maxRows);
      assertThat(count(prepared.executeQuery())).isEqualTo(maxRows);
      assertThat(API.server().requests()).hasSize(2);
    }
  }

  @Test
  void whoReadsAPageAsksForNoOther() throws SQLException {
    try (var connection = API.connect("maxConcurrency=16");
        var statement = connection.createStatement();
        var rows = statement.executeQuery(ALL)) {
      for (int row = 0; row < 100; row++) {
        assertThat(rows.next()).isTrue();
      }
    }
    assertThat(API.server().requests()).hasSize(1);
  }
}
