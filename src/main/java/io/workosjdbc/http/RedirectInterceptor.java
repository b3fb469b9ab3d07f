package io.workosjdbc.http;

import io.workosjdbc.http.ApiException.Kind;
import java.io.IOException;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/** Follows redirects within the base URL's origin; one that leads elsewhere is an error. */
record RedirectInterceptor(BaseUrl baseUrl) implements Interceptor {
  private static final int MOST_REDIRECTS = 5;

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    for (int redirects = 0; ; redirects++) {
      Response response = chain.proceed(request);
      if (!response.isRedirect()) {
        return response;
      }
      try (response) {
        String location = Optional.ofNullable(response.header("Location")).orElse("");
        HttpUrl next = response.request().url().resolve(location);
        if (next == null || !baseUrl.sameOrigin(next)) {
          throw refused(request, response, next == null ? "no valid URL" : origin(next));
        }
        if (redirects == MOST_REDIRECTS) {
          throw refused(request, response, "another redirect for the 6th time");
        }
        request = request.newBuilder().url(next).build();
      }
    }
  }

  private ApiException refused(Request request, Response response, String where) {
    String line = Exchange.of(request).requestLine();
    var answer =
        new Answer(response.code(), Answer.requestId(response), Optional.empty(), Optional.empty());
    String message =
        "%s was answered with %s, a redirect to %s. It was not followed: the API key is only sent"
            + " to %s. Check baseUrl";
    return ApiException.of(
        Kind.NONSENSE,
        line,
        message.formatted(CleanText.line(line), answer.inWords(), where, baseUrl.host()),
        answer);
  }

  private static String origin(HttpUrl url) {
    return CleanText.line(url.scheme() + "://" + url.host() + ":" + url.port());
  }
}
