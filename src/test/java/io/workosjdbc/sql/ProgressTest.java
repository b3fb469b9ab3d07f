package io.workosjdbc.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.workosjdbc.Progress;
import io.workosjdbc.ProgressListener;
import io.workosjdbc.ProgressSource;
import io.workosjdbc.demo.DemoData;
import io.workosjdbc.demo.Fault;
import io.workosjdbc.demo.Hold;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Programs are told how far a statement has come. */
class ProgressTest {
  private static final String ALL = "select id from workos_organization";

  @RegisterExtension static final Api API = Api.of(DemoData.of(ListOrderTest.organizations()));

  private final List<Progress> told = new CopyOnWriteArrayList<>();

  @Test
  void theEndIsToldWithWhatItTook() throws SQLException {
    try (var connection = API.connect("")) {
      connection.unwrap(ProgressSource.class).setProgressListener(told::add);
      API.sql(ALL).on(connection).sends(3, "GET /organizations");
    }
    var last = told.get(told.size() - 1);
    assertThat(last.isOver()).isTrue();
    assertThat(last.rows()).isEqualTo(250);
    assertThat(last.pages()).isEqualTo(3);
    assertThat(last.requests()).isEqualTo(3);
    assertThat(last.expectedPages()).isPresent();
    assertThat(told).filteredOn(Progress::isOver).hasSize(1);
  }

  @Test
  void aStatementThatTakesLongTellsWhileItRuns() throws Exception {
    var hold = Hold.beforeAnswer();
    API.server().fail(new Fault("/organizations", 2, Integer.MAX_VALUE, hold));
    var reached = new CompletableFuture<Progress>();
    try (var connection = API.connect("");
        var statement = connection.createStatement()) {
      statement
          .unwrap(ProgressSource.class)
          .setProgressListener(
              progress -> {
                told.add(progress);
                if (progress.pages() == 1 && reached.complete(progress)) {
                  hold.release();
                }
              });
      try (var rows = statement.executeQuery(ALL)) {
        int count = 0;
        while (rows.next()) {
          count++;
        }
        assertThat(count).isEqualTo(250);
      }
    }
    assertThat(reached.get(10, TimeUnit.SECONDS).isOver()).isFalse();
    assertThat(told.get(told.size() - 1).isOver()).isTrue();
  }

  @Test
  void aFailureIsAnEndToo() throws SQLException {
    try (var connection = API.connect("maxRequests=1")) {
      connection.unwrap(ProgressSource.class).setProgressListener(told::add);
      API.sql(ALL).on(connection).fails("53400", "maxRequests");
    }
    assertThat(told.get(told.size() - 1).isOver()).isTrue();
  }

  @Test
  void aStatementsListenerIsToldInPlaceOfTheConnections() throws SQLException {
    var other = new CopyOnWriteArrayList<Progress>();
    try (var connection = API.connect("");
        var statement = connection.createStatement()) {
      connection.unwrap(ProgressSource.class).setProgressListener(told::add);
      statement.unwrap(ProgressSource.class).setProgressListener(other::add);
      statement.executeQuery(ALL + " limit 1").close();
      assertThat(told).isEmpty();
      assertThat(other).isNotEmpty();
      assertThat(statement.isWrapperFor(ProgressSource.class)).isTrue();
      statement.unwrap(ProgressSource.class).setProgressListener(ProgressListener.NONE);
      statement.executeQuery(ALL + " limit 1").close();
      assertThat(told).isNotEmpty();
    }
  }
}
