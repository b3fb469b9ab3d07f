package io.workosjdbc.http;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/** Says who asks and for what. {@code Accept-Encoding: gzip} and unpacking are OkHttp's own. */
record HeadersInterceptor(String userAgent) implements Interceptor {
  @Override
  public Response intercept(Chain chain) throws IOException {
    return chain.proceed(
        chain
            .request()
            .newBuilder()
            .header("User-Agent", userAgent)
            .header("Accept", "application/json")
            .build());
  }
}
