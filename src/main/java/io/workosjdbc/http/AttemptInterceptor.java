package io.workosjdbc.http;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;

/**
 * Ends the chain of one {@code get()} by starting a call of its own for this attempt. The call is
 * over when the request timeout or the deadline has passed, and is aborted when the scope is
 * cancelled.
 */
record AttemptInterceptor(OkHttpClient attempts, Duration requestTimeout) implements Interceptor {
  @Override
  public Response intercept(Chain chain) throws IOException {
    var exchange = Exchange.of(chain.request());
    Duration atMost = exchange.send(requestTimeout);
    Call call = attempts.newCall(chain.request());
    call.timeout().timeout(Math.max(1, atMost.toMillis()), TimeUnit.MILLISECONDS);
    var hook = exchange.scope().onCancel(call::cancel);
    try {
      Response response = call.execute();
      exchange.attempted(
          OptionalInt.of(response.code()),
          response.body().contentLength(),
          Answer.requestId(response));
      return response;
    } catch (IOException | RuntimeException e) {
      exchange.attempted(OptionalInt.empty(), 0, Optional.empty());
      throw e;
    } catch (Exception e) {
      // Kotlin declares no exceptions: OkHttp's connecting throws a bare InterruptedException.
      Thread.currentThread().interrupt();
      exchange.attempted(OptionalInt.empty(), 0, Optional.empty());
      throw new IOException("interrupted", e);
    } finally {
      hook.close();
    }
  }
}
