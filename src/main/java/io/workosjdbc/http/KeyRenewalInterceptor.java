package io.workosjdbc.http;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/** Repeats a request once that was answered with 401, when the key has been exchanged. */
record KeyRenewalInterceptor(RenewableKey key) implements Interceptor {
  private static final int UNAUTHORIZED = 401;

  @Override
  public Response intercept(Chain chain) throws IOException {
    String used = key.get();
    Response response = chain.proceed(chain.request());
    if (response.code() != UNAUTHORIZED || !key.renew(used)) {
      return response;
    }
    response.close();
    return chain.proceed(chain.request());
  }
}
