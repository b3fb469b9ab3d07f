package io.workosjdbc.demo;

import java.time.Duration;

/** The right answer, later. */
public record Latency(Duration duration) implements Effect {

  @Override
  public Reply around(Request request, Handler next) throws InterruptedException {
    Thread.sleep(duration.toMillis());
    return next.answer(request);
  }
}
