package io.workosjdbc.http;

import io.workosjdbc.http.ApiException.Kind;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.slf4j.Logger;
import org.slf4j.event.Level;

/**
 * Fetches files from where the service put them: hosts that are not the service's own, so the key
 * is never sent, and URLs that anybody may read who has them, so they are never shown.
 */
final class Downloads {
  private final OkHttpClient client;
  private final ClientOptions options;

  Downloads(ClientOptions options, Logger logger) {
    this.options = options;
    var level = options.logRequests() ? Level.INFO : Level.DEBUG;
    this.client =
        Transport.connecting(options)
            .addInterceptor(
                new LogInterceptor(logger, level, new LogLine(new Redaction(options.apiKey()))))
            .addNetworkInterceptor(Transport::markProgress)
            .readTimeout(options.limits().requestTimeout())
            .build();
  }

  /**
   * Opens a file.
   *
   * @throws ApiException when the URL is neither https nor of this machine, or there is no file
   */
  Download open(String text, CallScope scope, CallObserver observer) {
    var url = Optional.ofNullable(HttpUrl.parse(text)).orElseThrow(() -> refused("is no URL"));
    if (!url.isHttps() && !BaseUrl.isLoopback(url.host())) {
      throw refused("is not https");
    }
    var line = "GET %s://%s/***".formatted(url.scheme(), url.host());
    var exchange = new Exchange(line, scope, options.timing(), observer);
    var failures = new Failures(url.host(), new Redaction(options.apiKey()));
    exchange.nextAttempt();
    exchange.send(options.limits().requestTimeout());
    var request =
        new Request.Builder()
            .url(url)
            .header("User-Agent", options.userAgent())
            .tag(Exchange.class, exchange)
            .build();
    var call = client.newCall(request);
    scope
        .remaining()
        .ifPresent(
            left -> call.timeout().timeout(Math.max(1, left.toMillis()), TimeUnit.MILLISECONDS));
    var hook = scope.onCancel(call::cancel);
    boolean isOpen = false;
    var status = OptionalInt.empty();
    try {
      Response response = call.execute();
      status = OptionalInt.of(response.code());
      isOpen = response.isSuccessful();
      if (!isOpen) {
        response.close();
        throw notThere(line, response.code());
      }
      return new Download(response, exchange, failures, hook);
    } catch (IOException e) {
      throw failures.broken(exchange, e);
    } finally {
      exchange.attempted(status, 0, Optional.empty());
      if (!isOpen) {
        hook.close();
      }
    }
  }

  void close() {
    client.dispatcher().executorService().shutdown();
    client.connectionPool().evictAll();
  }

  /** Whatever the status says, it is not the key that was refused. */
  private static ApiException notThere(String line, int status) {
    return ApiException.of(
        Kind.SERVER_ERROR,
        line,
        line + " was answered with " + status + ". A file is there for minutes only; try again",
        new Answer(status, Optional.empty(), Optional.empty(), Optional.empty()));
  }

  private static ApiException refused(String problem) {
    return ApiException.of(
        Kind.NONSENSE, "", "The file was not fetched: the URL that the service gave " + problem);
  }
}
