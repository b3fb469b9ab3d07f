package io.workosjdbc.http;

import java.io.IOException;
import java.time.Duration;
import okhttp3.Interceptor;
import okhttp3.Response;

/** Waits for the next window where the service has said that the last one is used up. */
record QuotaInterceptor(Quotas quotas) implements Interceptor {
  @Override
  public Response intercept(Chain chain) throws IOException {
    var exchange = Exchange.of(chain.request());
    Duration wait = quotas.wait(chain.request().url(), exchange.now());
    if (exchange.wouldPassDeadline(wait)) {
      throw Failures.noTimeForQuota(exchange, wait);
    }
    exchange.pause(wait, CallObserver.Reason.RATE_LIMIT);
    Response response = chain.proceed(chain.request());
    var quota = Quota.of(response);
    if (quota.isUsedUp()) {
      var now = exchange.now();
      quotas.usedUp(chain.request().url(), quota, Quota.serverTime(response, now), now);
    }
    return response;
  }
}
