package io.workosjdbc.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.workosjdbc.InThread;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class GateTest {
  private final FakeTime time = new FakeTime();
  private final Gate gate = new Gate(1);
  private final List<String> order = new ArrayList<>();

  @Test
  void letsInAsManyAsThereArePlaces() {
    var two = new Gate(2);

    two.enter(exchange(CallScope.unbounded()));
    two.enter(exchange(CallScope.unbounded()));

    assertThatThrownBy(() -> two.enter(exchange(endingSoon()))).isInstanceOf(ApiException.class);
    two.leave();
    two.enter(exchange(endingSoon()));
  }

  @Test
  void whoComesFirstIsServedFirst() {
    gate.enter(exchange(CallScope.unbounded()));

    // The sleeper of the first queues a second and then frees the place.
    gate.enter(
        new Exchange(
            "GET /first",
            CallScope.unbounded(),
            new Timing(
                time,
                () -> 0.5,
                (atMost, wakeUp) -> {
                  var second = InThread.run(() -> enter("second"));
                  gate.leave();
                  wakeUp.join();
                  order.add("first");
                  gate.leave();
                  second.join();
                }),
            CallObserver.NONE));

    assertThat(order).containsExactly("first", "second");
  }

  @Test
  void aTurnThatComesWhileTheWaitIsCancelledIsPassedOn() {
    gate.enter(exchange(CallScope.unbounded()));
    var scope = CallScope.unbounded();
    var timing =
        new Timing(
            time,
            () -> 0.5,
            (atMost, wakeUp) -> {
              gate.leave();
              scope.cancel();
            });

    assertThatThrownBy(() -> gate.enter(new Exchange("GET /a", scope, timing, CallObserver.NONE)))
        .isInstanceOf(ApiException.class);

    gate.enter(exchange(endingSoon()));
  }

  private void enter(String name) {
    gate.enter(
        new Exchange("GET /" + name, CallScope.unbounded(), Timing.system(), CallObserver.NONE));
    order.add(name);
  }

  private CallScope endingSoon() {
    return CallScope.until(time.instant().plus(Duration.ofSeconds(1)), time);
  }

  private Exchange exchange(CallScope scope) {
    return new Exchange("GET /a", scope, time.timing(), CallObserver.NONE);
  }
}
