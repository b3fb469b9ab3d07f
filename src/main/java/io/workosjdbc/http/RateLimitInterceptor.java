package io.workosjdbc.http;

import java.io.IOException;
import java.time.Duration;
import okhttp3.Interceptor;
import okhttp3.Response;

/** Keeps the key's rate, and lowers it when the API says 429. */
record RateLimitInterceptor(RateLimiter limiter) implements Interceptor {
  private static final int TOO_MANY_REQUESTS = 429;

  @Override
  public Response intercept(Chain chain) throws IOException {
    var exchange = Exchange.of(chain.request());
    Duration wait = limiter.take(exchange.now());
    boolean paused = false;
    try {
      if (exchange.wouldPassDeadline(wait)) {
        throw Failures.noTimeForTurn(exchange, wait);
      }
      exchange.pause(wait, CallObserver.Reason.RATE_LIMIT);
      paused = true;
    } finally {
      if (!paused) {
        limiter.giveBack();
      }
    }
    Response response = chain.proceed(chain.request());
    if (response.code() == TOO_MANY_REQUESTS) {
      limiter.slowDown(exchange.sentAt(), exchange.now());
    }
    return response;
  }
}
