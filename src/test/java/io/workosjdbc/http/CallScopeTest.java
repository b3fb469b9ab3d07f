package io.workosjdbc.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.workosjdbc.http.ApiException.Kind;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

final class CallScopeTest {
  private final FakeTime time = new FakeTime();

  @Test
  void isOpenUntilItIsCancelled() {
    var scope = CallScope.unbounded();
    scope.checkOpen();
    assertThat(scope.cancelled()).isNotDone();
    assertThat(scope.deadline()).isEmpty();

    scope.cancel();
    scope.cancel();

    assertThat(scope.isCancelled()).isTrue();
    assertThat(scope.cancelled()).isCompleted();
    assertThat(catchThrowableOfType(ApiException.class, scope::checkOpen).kind())
        .isEqualTo(Kind.CANCELLED);
  }

  @Test
  void isOpenUntilItsDeadline() {
    var scope = CallScope.until(FakeTime.START.plusSeconds(5), time);
    time.advance(Duration.ofSeconds(4));
    scope.checkOpen();
    assertThat(scope.remaining()).contains(Duration.ofSeconds(1));

    time.advance(Duration.ofSeconds(1));

    assertThat(catchThrowableOfType(ApiException.class, scope::checkOpen).kind())
        .isEqualTo(Kind.TIMED_OUT);
  }

  @Test
  void runsHooksOnceAndOnlyThoseStillWanted() {
    var ran = new ArrayList<String>();
    var scope = CallScope.unbounded();
    scope.onCancel(() -> ran.add("wanted"));
    scope.onCancel(() -> ran.add("closed")).close();

    scope.cancel();
    scope.cancel();
    scope.onCancel(() -> ran.add("late"));

    assertThat(ran).containsExactly("wanted", "late");
  }

  @Test
  void nobodyElseCanCancelThroughTheFuture() {
    var scope = CallScope.unbounded();

    scope.cancelled().complete(null);

    assertThat(scope.isCancelled()).isFalse();
  }

  @Test
  void theRealSleeperStopsForAnInterrupt() {
    Thread.currentThread().interrupt();

    assertThatThrownBy(
            () -> Sleeper.real().sleep(Duration.ofDays(1), CallScope.unbounded().cancelled()))
        .isInstanceOf(InterruptedException.class);
  }
}
