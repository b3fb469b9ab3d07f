package io.workosjdbc.http;

import java.io.IOException;
import java.time.Duration;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Tries again after 408, 429, 5xx and broken connections (api/workos.md section 1). A request is a
 * GET, so that repeating it changes nothing at the API, or has a file made.
 */
record RetryInterceptor(int maxRetries, RetryWait retryWait, Failures failures)
    implements Interceptor {
  @Override
  public Response intercept(Chain chain) throws IOException {
    var exchange = Exchange.of(chain.request());
    while (true) {
      exchange.nextAttempt();
      boolean last = exchange.attempt() > maxRetries;
      try {
        Response response = chain.proceed(chain.request());
        if (last || !isPassing(response.code())) {
          return response;
        }
        Duration wait = retryWait.after(response, exchange);
        if (exchange.wouldPassDeadline(wait)) {
          throw failures.noTimeToRetry(exchange, response, wait);
        }
        exchange.pause(wait, CallObserver.Reason.RETRY);
      } catch (IOException e) {
        if (last || Failures.isFinal(exchange, e)) {
          throw e;
        }
        Duration wait = retryWait.backoff(exchange.attempt());
        if (exchange.wouldPassDeadline(wait)) {
          throw failures.noTimeToRetry(exchange, e, wait);
        }
        exchange.pause(wait, CallObserver.Reason.RETRY);
      }
    }
  }

  private static boolean isPassing(int status) {
    return status == 408 || status == 429 || status >= 500;
  }
}
