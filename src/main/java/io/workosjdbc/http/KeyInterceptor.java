package io.workosjdbc.http;

import java.io.IOException;
import java.util.function.Supplier;
import okhttp3.Interceptor;
import okhttp3.Response;

/** Adds {@code Authorization: <scheme> <key>}, to the base URL's own origin only. */
record KeyInterceptor(BaseUrl baseUrl, String scheme, Supplier<String> apiKey)
    implements Interceptor {
  @Override
  public Response intercept(Chain chain) throws IOException {
    if (!baseUrl.sameOrigin(chain.request().url())) {
      throw new IOException("The key may not be sent to " + chain.request().url().host());
    }
    return chain.proceed(
        chain.request().newBuilder().header("Authorization", scheme + " " + apiKey.get()).build());
  }
}
