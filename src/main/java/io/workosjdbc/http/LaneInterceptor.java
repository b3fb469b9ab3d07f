package io.workosjdbc.http;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Keeps the rate of the request's {@link Lane}, right before it is sent, so that nothing comes
 * between the turn and the request. A turn that is not used because its statement was cancelled
 * stays taken.
 */
record LaneInterceptor(Lanes lanes) implements Interceptor {

  @Override
  public Response intercept(Chain chain) throws IOException {
    var lane = chain.request().tag(Lane.class);
    if (lane != null) {
      var exchange = Exchange.of(chain.request());
      var wait = lanes.of(lane).take(exchange.now());
      if (exchange.wouldPassDeadline(wait)) {
        throw Failures.noTimeInLane(exchange, lane, wait);
      }
      exchange.pause(wait, CallObserver.Reason.RATE_LIMIT);
    }
    return chain.proceed(chain.request());
  }
}
