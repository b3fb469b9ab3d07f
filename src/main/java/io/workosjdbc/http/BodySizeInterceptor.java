package io.workosjdbc.http;

import io.workosjdbc.http.ApiException.Kind;
import java.io.IOException;
import java.util.Optional;
import okhttp3.Interceptor;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;

/**
 * Reads the whole body, so that a connection that breaks in the middle counts as a failed attempt,
 * and refuses one that is larger than {@code maxBytes} after decompression.
 */
record BodySizeInterceptor(long maxBytes) implements Interceptor {
  @Override
  public Response intercept(Chain chain) throws IOException {
    try (Response response = chain.proceed(chain.request())) {
      BufferedSource source = response.body().source();
      if (response.body().contentLength() > maxBytes || source.request(maxBytes + 1)) {
        throw tooLarge(Exchange.of(chain.request()).requestLine(), response);
      }
      Buffer whole = new Buffer();
      whole.writeAll(source);
      return response
          .newBuilder()
          .body(ResponseBody.create(whole, response.body().contentType(), whole.size()))
          .build();
    }
  }

  private ApiException tooLarge(String requestLine, Response response) {
    var answer =
        new Answer(response.code(), Answer.requestId(response), Optional.empty(), Optional.empty());
    return ApiException.of(
        Kind.NONSENSE,
        requestLine,
        Failures.nonsense(requestLine, answer, "its body is larger than " + maxBytes + " bytes"),
        answer);
  }
}
