package io.workosjdbc.fetch;

import static io.workosjdbc.fetch.Reading.ORGANIZATIONS;
import static io.workosjdbc.fetch.Reading.columns;
import static io.workosjdbc.fetch.Reading.list;
import static io.workosjdbc.fetch.Reading.object;
import static io.workosjdbc.fetch.Reading.page;
import static io.workosjdbc.fetch.Reading.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.workosjdbc.InThread;
import io.workosjdbc.http.ApiException;
import io.workosjdbc.http.ApiException.Kind;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class CancelTest {

  private final ScriptedApi api = new ScriptedApi();
  private final Execution execution = Execution.unbounded();
  private final CountDownLatch answering = new CountDownLatch(1);

  @AfterEach
  void close() {
    answering.countDown();
    api.close();
  }

  private RowSource rows(Fetcher fetcher, Execution of) {
    return fetcher.open(plan(list(ORGANIZATIONS)), columns(ORGANIZATIONS, "id"), of);
  }

  private static Kind failure(RowSource rows) {
    return catchThrowableOfType(ApiException.class, rows::next).kind();
  }

  /** Runs an action with the first request, and does not answer before the test lets it. */
  private void holdAnswerAnd(Runnable action) {
    api.onRequest(
        () -> {
          action.run();
          try {
            answering.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }

  @Test
  void cancellingAbortsTheRequestInFlight() {
    holdAnswerAnd(execution::cancel);
    assertThat(failure(rows(api.fetcher(), execution))).isEqualTo(Kind.CANCELLED);
    assertThat(execution.ending()).contains(Execution.Ending.CANCELLED);
  }

  @Test
  void cancellingEndsAReadAlsoBetweenTheRowsOfAPage() {
    api.answers(page("", object("a"), object("b")));
    var rows = rows(api.fetcher(), execution);
    assertThat(rows.next()).isTrue();
    execution.cancel();
    assertThat(failure(rows)).isEqualTo(Kind.CANCELLED);
  }

  @Test
  void cancellingEndsAReadFromTheCache() {
    api.answers(page("", object("a")));
    rows(api.caching(), Execution.unbounded()).next();
    var rows = rows(api.caching(), execution);
    execution.cancel();
    assertThat(failure(rows)).isEqualTo(Kind.CANCELLED);
  }

  @Test
  void whoWaitsForTheRequestOfAnotherCanBeCancelledAlone() {
    api.answers(page("", object("a")));
    var other = Execution.unbounded();
    var asked = new CountDownLatch(1);
    holdAnswerAnd(asked::countDown);
    var first = InThread.of(() -> rows(api.caching(), other).next());
    awaitQuietly(asked);
    var waiting = InThread.of(() -> failure(rows(api.caching(), execution)));
    execution.cancel();
    assertThat(waiting.join()).isEqualTo(Kind.CANCELLED);
    answering.countDown();
    assertThat(first.join()).isTrue();
    assertThat(api.sent()).hasSize(1);
  }

  @Test
  void whoWaitedForACancelledRequestAsksForItself() {
    api.answers(page("", object("a"))).answers(page("", object("b")));
    var asked = new CountDownLatch(1);
    holdAnswerAnd(asked::countDown);
    var first = InThread.of(() -> failure(rows(api.caching(), execution)));
    awaitQuietly(asked);
    var second = InThread.of(() -> rows(api.caching(), Execution.unbounded()).next());
    execution.cancel();
    assertThat(first.join()).isEqualTo(Kind.CANCELLED);
    answering.countDown();
    assertThat(second.join()).isTrue();
    assertThat(api.sent()).hasSize(2);
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aDeadlineThatHasPassedSendsNothing() {
    var late = Execution.within(Duration.ofSeconds(1), api.clock);
    api.clock.pass(Duration.ofSeconds(2));
    assertThat(failure(rows(api.fetcher(), late))).isEqualTo(Kind.TIMED_OUT);
    assertThat(api.sent()).isEmpty();
  }

  @Test
  void closedRowsAskForNothingMore() {
    api.answers(page("a", object("a")));
    var rows = rows(api.fetcher(), execution);
    rows.next();
    rows.close();
    rows.close();
    assertThat(failure(rows)).isEqualTo(Kind.CANCELLED);
    assertThat(api.sent()).hasSize(1);
  }

  @Test
  void theFirstEndingCounts() {
    execution.end(Execution.Ending.TIMED_OUT);
    execution.cancel();
    assertThat(execution.ending()).contains(Execution.Ending.TIMED_OUT);
    assertThat(execution.isRunning()).isFalse();
    assertThat(execution.scope().isCancelled()).isTrue();
  }

  @Test
  void aThreadWorksForTheExecutionThatItIsAttachedTo() {
    var inner = Execution.unbounded();
    var attachment = execution.attach();
    var within = inner.attach();
    assertThat(Execution.current()).isSameAs(inner);
    within.close();
    assertThat(Execution.current()).isSameAs(execution);
    attachment.close();
    assertThat(Execution.current()).isNotSameAs(execution);
  }

  @Test
  void aWarningIsGivenOnce() {
    execution.warn("something is missing");
    execution.warn("something is missing");
    assertThat(execution.warnings()).containsExactly("something is missing");
  }
}
