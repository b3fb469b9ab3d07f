package io.workosjdbc.http;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/** Lets no more attempts into the rest of the chain than the gate has room for. */
record ConcurrencyInterceptor(Gate gate) implements Interceptor {
  @Override
  public Response intercept(Chain chain) throws IOException {
    gate.enter(Exchange.of(chain.request()));
    try {
      return chain.proceed(chain.request());
    } finally {
      gate.leave();
    }
  }
}
