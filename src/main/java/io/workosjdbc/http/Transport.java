package io.workosjdbc.http;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.slf4j.Logger;
import org.slf4j.event.Level;

/** Puts the two chains of interceptors together (see the package's description). */
final class Transport {
  private Transport() {}

  /**
   * The client of one attempt. Within an attempt OkHttp repeats the request once and at once where
   * that is safe and wanted: on a pooled connection that the server has closed meanwhile, after a
   * 408 and after a 503 with {@code Retry-After: 0}.
   *
   * @throws IllegalArgumentException when the trust store cannot be used
   */
  static OkHttpClient perAttempt(ClientOptions options, Logger logger) {
    var baseUrl = BaseUrl.of(options.baseUrl());
    var level = options.logRequests() ? Level.INFO : Level.DEBUG;
    var builder =
        new OkHttpClient.Builder()
            .addInterceptor(
                new LogInterceptor(logger, level, new LogLine(new Redaction(options.apiKey()))))
            .addInterceptor(
                new BodySizeInterceptor(
                    options.limits().maxResponseBytes(Runtime.getRuntime().maxMemory())))
            .addInterceptor(new RedirectInterceptor(baseUrl))
            .addInterceptor(new HeadersInterceptor(options.userAgent()))
            .addInterceptor(new KeyInterceptor(baseUrl, options.scheme(), options.apiKey()))
            .addNetworkInterceptor(Transport::markConnected)
            .connectionPool(
                new ConnectionPool(options.limits().maxConcurrency(), 5, TimeUnit.MINUTES))
            .connectTimeout(options.limits().connectTimeout())
            // The call's own timeout bounds reading and writing.
            .readTimeout(Duration.ZERO)
            .writeTimeout(Duration.ZERO)
            .followRedirects(false)
            .followSslRedirects(false);
    options
        .proxy()
        .ifPresent(
            proxy -> builder.proxy(proxy.toProxy()).proxyAuthenticator(proxy.authenticator()));
    options.trustStore().ifPresent(store -> store.applyTo(builder));
    return builder.build();
  }

  /** The chain of one {@code get()}, which ends in a call of {@code attempts}. */
  static OkHttpClient perGet(ClientOptions options, OkHttpClient attempts, RateLimiter limiter) {
    var limits = options.limits();
    var baseUrl = BaseUrl.of(options.baseUrl());
    var failures = new Failures(baseUrl.host(), new Redaction(options.apiKey()));
    var retryWait = new RetryWait(options.timing().random());
    var builder = new OkHttpClient.Builder();
    if (options.apiKey() instanceof RenewableKey key) {
      builder.addInterceptor(new KeyRenewalInterceptor(key));
    }
    return builder
        .dispatcher(attempts.dispatcher())
        .connectionPool(attempts.connectionPool())
        .addInterceptor(new RetryInterceptor(limits.maxRetries(), retryWait, failures))
        .addInterceptor(new ConcurrencyInterceptor(new Gate(limits.maxConcurrency())))
        .addInterceptor(new RateLimitInterceptor(limiter))
        .addInterceptor(new AttemptInterceptor(attempts, limits.requestTimeout()))
        .build();
  }

  private static Response markConnected(Interceptor.Chain chain) throws IOException {
    Exchange.of(chain.request()).connected();
    return chain.proceed(chain.request());
  }
}
