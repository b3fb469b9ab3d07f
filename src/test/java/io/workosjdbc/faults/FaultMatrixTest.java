package io.workosjdbc.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.workosjdbc.demo.DemoOptions;
import io.workosjdbc.demo.DemoServer;
import io.workosjdbc.demo.Fault;
import io.workosjdbc.demo.SmallPages;
import io.workosjdbc.faults.Trouble.Place;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every fault at the first, a middle and the last request of a question to every kind of table, one
 * request at a time and many at once. Tables of a kind that was seen before get a sixth of the
 * faults, each at one of the three, and those that are answered a few times a second one fault,
 * which must fail; {@code -Dfaults=all} gives all of it to all of them.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultMatrixTest {
  private static final boolean ALL = "all".equals(System.getProperty("faults"));
  private static final int EVERY = 6;

  private final DemoServer server = DemoServer.start(DemoOptions.defaults().withEventCount(120));
  private final List<Trouble> troubles = Trouble.all();
  private final Set<String> families = new HashSet<>();
  private long openFiles;
  private final Set<String> unused =
      troubles.stream().map(Trouble::name).collect(Collectors.toSet());

  @AfterAll
  void everyFaultWasForSomeTableAndLeftNothingBehind() {
    server.close();
    Leftovers.areNone(openFiles);
    assertThat(unused).isEmpty();
  }

  /** The slow ones last, when others of their kind have had every fault. */
  List<Question> questions() {
    return Question.tables()
        .map(each -> Question.of(each, server))
        .sorted(Comparator.comparing(Question::isSlow))
        .toList();
  }

  private Connection connect(int concurrency) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:workos:baseUrl=%s;apiKey=%s;requestsPerSecond=10000;cache=off;maxRetries=0;maxConcurrency=%d"
            .formatted(server.baseUrl(), server.apiKey(), concurrency));
  }

  @ParameterizedTest
  @MethodSource("questions")
  void everyFaultGivesTheWholeTruthOrAFailure(Question question) throws SQLException {
    boolean isThorough = families.add(question.family()) || ALL;
    var complaints = new ArrayList<String>();
    try (var oneByOne = connect(1);
        var atOnce = connect(16)) {
      server.heal();
      var truth = Outcome.of(oneByOne, question.sql());
      assertThat(truth.failure()).isEmpty();
      assertThat(truth.rows()).isNotEmpty();
      var serial = new Asker(question, oneByOne, truth.rows(), false);
      var parallel = new Asker(question, atOnce, truth.rows(), true);
      var requests = serial.requests();
      if (question.isSlow() && !isThorough) {
        var failures = Trouble.everywhere();
        var trouble = failures.get(question.sql().length() % failures.size());
        complaints.addAll(serial.check(trouble, one(question, requests, question.sql().length())));
        complaints.addAll(serial.next(trouble));
        assertThat(complaints).isEmpty();
        return;
      }
      for (int number = 0; number < troubles.size(); number++) {
        var trouble = troubles.get(number);
        int turn = number + question.sql().length();
        if (isThorough) {
          for (int index : threeOf(requests)) {
            complaints.addAll(serial.check(trouble, new Place(question, requests, index)));
          }
          complaints.addAll(parallel.check(trouble, one(question, requests, turn)));
          complaints.addAll(parallel.next(trouble));
        } else if (turn % EVERY == 0) {
          complaints.addAll(serial.check(trouble, one(question, requests, turn / EVERY)));
          complaints.addAll(serial.next(trouble));
        }
      }
    }
    assertThat(complaints).isEmpty();
    openFiles = openFiles == 0 ? Leftovers.openFiles() : openFiles;
  }

  private static Set<Integer> threeOf(List<String> requests) {
    return new TreeSet<>(List.of(0, requests.size() / 2, requests.size() - 1));
  }

  private static Place one(Question question, List<String> requests, int turn) {
    var three = List.copyOf(threeOf(requests));
    return new Place(question, requests, three.get(turn % three.size()));
  }

  /** A question on one connection. Several requests at once may be fewer than one by one. */
  private final class Asker {
    private final Question question;
    private final Connection connection;
    private final List<String> truth;
    private final boolean isParallel;

    Asker(Question question, Connection connection, List<String> truth, boolean isParallel) {
      this.question = question;
      this.connection = connection;
      this.truth = truth;
      this.isParallel = isParallel;
    }

    /** The requests when nothing is wrong. */
    List<String> requests() {
      heal();
      server.clearRequests();
      assertThat(Outcome.of(connection, question.sql()).rows()).isEqualTo(truth);
      return server.requests();
    }

    List<String> check(Trouble trouble, Place place) {
      var verdict = trouble.verdict().of(place);
      if (!verdict.isMeant()) {
        return List.of();
      }
      unused.remove(trouble.name());
      heal();
      // From there on: a connection that breaks without an answer is tried once more at once.
      int last = verdict.isWhole() ? place.index() + 1 : Integer.MAX_VALUE;
      server.fail(new Fault("/", place.index() + 1, last, trouble.effect()));
      var outcome = Outcome.of(connection, question.sql());
      var wrong =
          isParallel && place.index() > 0
              ? verdict.complaintOrWhole(outcome, truth)
              : verdict.complaint(outcome, truth);
      return wrong
          .map(
              each ->
                  trouble.name()
                      + " at "
                      + (place.index() + 1)
                      + " of "
                      + place.requests()
                      + " "
                      + each)
          .stream()
          .toList();
    }

    /** What is wrong with the next statement after a fault. */
    List<String> next(Trouble trouble) {
      heal();
      return Outcome.of(connection, question.sql()).isWhole(truth)
          ? List.of()
          : List.of(trouble.name() + " spoils the next statement");
    }

    private void heal() {
      server.heal();
      server.fail(Fault.every("/", new SmallPages(Math.max(2, truth.size() / 3))));
    }
  }
}
