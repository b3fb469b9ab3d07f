package io.workosjdbc.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import okhttp3.ConnectionPool;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Tries again after 408, 429, 5xx and broken connections (api/workos.md section 1). A request is a
 * GET, so that repeating it changes nothing at the API, or has a file made.
 *
 * <p>The first connection that breaks before anything of an answer came is most often one that the
 * service closed while it was idle: the request is repeated at once on a new one, and that does not
 * count as a retry.
 *
 * @param idle the connections that are then no longer trusted
 */
record RetryInterceptor(int maxRetries, RetryWait retryWait, Failures failures, ConnectionPool idle)
    implements Interceptor {
  @Override
  public Response intercept(Chain chain) throws IOException {
    var exchange = Exchange.of(chain.request());
    boolean renewed = false;
    int retries = 0;
    while (true) {
      exchange.nextAttempt();
      boolean last = retries == maxRetries;
      try {
        Response response = chain.proceed(chain.request());
        if (last || !isPassing(response.code())) {
          return response;
        }
        retries++;
        Duration wait = retryWait.after(response, exchange.now(), retries);
        if (exchange.wouldPassDeadline(wait)) {
          throw failures.noTimeToRetry(exchange, response, wait);
        }
        exchange.pause(wait, CallObserver.Reason.RETRY);
      } catch (IOException e) {
        if (Failures.isFinal(exchange, e)) {
          throw e;
        }
        if (!renewed && exchange.isUnanswered() && !(e instanceof InterruptedIOException)) {
          renewed = true;
          idle.evictAll();
          continue;
        }
        if (last) {
          throw e;
        }
        retries++;
        Duration wait = retryWait.backoff(retries);
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
