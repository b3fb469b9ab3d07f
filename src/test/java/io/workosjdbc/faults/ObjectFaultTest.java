package io.workosjdbc.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.workosjdbc.demo.DemoOptions;
import io.workosjdbc.demo.DemoServer;
import io.workosjdbc.demo.Edit;
import io.workosjdbc.demo.Fault;
import io.workosjdbc.demo.SmallPages;
import io.workosjdbc.resource.Column;
import io.workosjdbc.resource.Extraction;
import io.workosjdbc.resource.Parameter;
import io.workosjdbc.resource.Path;
import io.workosjdbc.resource.Resource;
import io.workosjdbc.resource.TimeRange;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every member of an object that a column shows, absent, null or of another type, in the first, a
 * middle or the last object of a list: NULL in that column and nothing else changed, or a failure.
 * Where requests are answered a few times a second, a column is either absent or of another type,
 * in turn; {@code -Dfaults=all} makes it both.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ObjectFaultTest {
  private static final boolean ALL = "all".equals(System.getProperty("faults"));

  /** Whose rows are not the objects that the demo knows by the same id. */
  private static final Set<String> OTHER_IDS =
      Set.of("workos_organization_domain", "workos_audit_log_schema", "workos_jwt_template");

  private final DemoServer server = DemoServer.start(DemoOptions.defaults().withEventCount(120));
  private final Connection connection = connect();

  private Connection connect() {
    try {
      return DriverManager.getConnection(
          "jdbc:workos:baseUrl=%s;apiKey=%s;requestsPerSecond=10000;cache=off;maxConcurrency=1"
              .formatted(server.baseUrl(), server.apiKey()));
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  @AfterAll
  void close() throws SQLException {
    connection.close();
    server.close();
  }

  List<Question> questions() {
    return Question.tables()
        .filter(resource -> !OTHER_IDS.contains(resource.table()))
        .map(resource -> Question.of(resource, server))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("questions")
  void anOddMemberIsNullOrAFailure(Question question) throws SQLException {
    server.heal();
    var resource = question.resource();
    var truth = rows(question.sql());
    var odd = new OddObject(question, truth);
    int number = 0;
    for (var column : resource.columns()) {
      if (column.extraction() instanceof Extraction.Member member
          && !question.sql().contains(" " + column.name() + " = ")) {
        boolean isBoth = ALL || !question.isSlow();
        boolean isEven = number++ % 2 == 0;
        if (isBoth || isEven) {
          odd.absent(column, member);
        }
        if (isBoth || !isEven) {
          odd.ofAnotherType(column, member);
        }
      }
    }
  }

  /** One object after the other of a question is made odd. */
  private final class OddObject {
    private final Question question;
    private final Resource resource;
    private final String sql;
    private final List<Map<String, String>> truth;
    private int turn;

    OddObject(Question question, List<Map<String, String>> truth) {
      this.question = question;
      this.resource = question.resource();
      this.sql = question.sql();
      this.truth = truth;
    }

    void absent(Column column, Extraction.Member member) throws SQLException {
      int row = strike();
      var id = truth.get(row).get(resource.key().name());
      for (var path : member.candidates()) {
        server.edit(
            id, turn % 2 == 0 ? Edit.remove(path.toString()) : Edit.setNull(path.toString()));
      }
      if (isNeeded(column)) {
        fails(column);
      } else {
        var expected = new LinkedHashMap<>(truth.get(row));
        expected.put(column.name(), "NULL");
        changes(row, column, expected);
      }
    }

    /** Whether nobody could say without it what an object is and whether it was asked for. */
    private boolean isNeeded(Column column) {
      var listing = resource.listing();
      return column.equals(resource.key())
          || Stream.of(
                  listing.timeRange().map(TimeRange::column),
                  listing.choice().map(Parameter.Choice::column))
              .anyMatch(Optional.of(column.name())::equals);
    }

    void ofAnotherType(Column column, Extraction.Member member) throws SQLException {
      if (column.equals(resource.key()) || isNamed(column)) {
        return;
      }
      int row = strike();
      var path = member.candidates().get(0).toString();
      var id = truth.get(row).get(resource.key().name());
      server.edit(id, Edit.set(path, Map.of("odd", List.of())));
      switch (column.type()) {
        case BOOLEAN, INTEGER, TIMESTAMP -> fails(column);
        case TEXT, JSON -> {
          var expected = new LinkedHashMap<>(truth.get(row));
          expected.put(column.name(), "{\"odd\":[]}");
          changes(row, column, expected);
        }
      }
    }

    /** Whether another value means that the object was not asked for. */
    private boolean isNamed(Column column) {
      return resource
          .listing()
          .choice()
          .filter(choice -> choice.column().equals(column.name()))
          .isPresent();
    }

    /** The row that is struck next. */
    private int strike() {
      server.heal();
      if (!question.isSlow()) {
        server.fail(Fault.every("/", new SmallPages(Math.max(2, truth.size() / 3))));
      }
      return List.of(0, truth.size() / 2, truth.size() - 1).get(turn++ % 3);
    }

    private void fails(Column column) {
      assertThat(Outcome.of(connection, sql).complaint("58000")).as(column.name()).isEmpty();
    }

    private void changes(int at, Column column, Map<String, String> expected) throws SQLException {
      var rows = rows(sql);
      assertThat(rows.size()).as(column.name()).isEqualTo(truth.size());
      for (int row = 0; row < rows.size(); row++) {
        var found = new LinkedHashMap<>(rows.get(row));
        var right = new LinkedHashMap<>(row == at ? expected : truth.get(row));
        if (row == at && !Objects.equals(resource.secrets(), List.of())) {
          // A secret is masked, whatever it is.
          found.remove(column.name());
          right.remove(column.name());
        }
        if (row == at) {
          resource.columns().stream()
              .filter(other -> dependsOn(other, column))
              .forEach(
                  other -> {
                    found.remove(other.name());
                    right.remove(other.name());
                  });
        }
        assertThat(found).as(column.name()).isEqualTo(right);
      }
    }
  }

  /** Whether a column shows something else, too, when another one's member changes. */
  private static boolean dependsOn(Column other, Column changed) {
    if (other.equals(changed)) {
      return false;
    }
    var extraction = other.extraction();
    if (extraction instanceof Extraction.Derived derived) {
      return derived.column().equals(changed.name());
    }
    if (extraction instanceof Extraction.LookedUp lookedUp) {
      return lookedUp.key().equals(changed.name());
    }
    var changedTops = tops(((Extraction.Member) changed.extraction()).candidates());
    return extraction instanceof Extraction.Raw
        || (extraction instanceof Extraction.Member member
            && tops(member.candidates()).stream().anyMatch(changedTops::contains))
        || (extraction instanceof Extraction.Joined joined
            && changedTops.contains(joined.array().names().get(0)))
        || extraction instanceof Extraction.Tagged;
  }

  private static List<String> tops(List<Path> paths) {
    return paths.stream().map(path -> path.names().get(0)).toList();
  }

  private List<Map<String, String>> rows(String sql) throws SQLException {
    var rows = new ArrayList<Map<String, String>>();
    try (var statement = connection.createStatement();
        var result = statement.executeQuery(sql)) {
      var columns = result.getMetaData();
      while (result.next()) {
        var row = new LinkedHashMap<String, String>();
        for (int at = 1; at <= columns.getColumnCount(); at++) {
          row.put(columns.getColumnName(at), Objects.toString(result.getString(at), "NULL"));
        }
        rows.add(row);
      }
    }
    return rows;
  }
}
