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
   * The client of one attempt, which repeats nothing by itself, so that every request has had its
   * turn under the rate limit. OkHttp repeats one in a single case: a 503 with {@code Retry-After:
   * 0}, which asks for just that.
   *
   * @throws IllegalArgumentException when a key store cannot be used
   */
  static OkHttpClient perAttempt(ClientOptions options, Logger logger) {
    var baseUrl = BaseUrl.of(options.baseUrl());
    var level = options.logRequests() ? Level.INFO : Level.DEBUG;
    return connecting(options)
        .addInterceptor(
            new LogInterceptor(logger, level, new LogLine(new Redaction(options.apiKey()))))
        .addInterceptor(
            new BodySizeInterceptor(
                options.limits().maxResponseBytes(Runtime.getRuntime().maxMemory())))
        .addInterceptor(new RedirectInterceptor(baseUrl))
        .addInterceptor(new HeadersInterceptor(options.userAgent()))
        .addInterceptor(new KeyInterceptor(baseUrl, options.scheme(), options.apiKey()))
        .addNetworkInterceptor(Transport::markProgress)
        .retryOnConnectionFailure(false)
        .connectionPool(new ConnectionPool(options.limits().maxConcurrency(), 5, TimeUnit.MINUTES))
        // The call's own timeout bounds reading and writing.
        .readTimeout(Duration.ZERO)
        .writeTimeout(Duration.ZERO)
        .build();
  }

  /** How connections are made, through whatever lies between. Nothing follows a redirect. */
  static OkHttpClient.Builder connecting(ClientOptions options) {
    var builder =
        new OkHttpClient.Builder()
            .connectTimeout(options.limits().connectTimeout())
            .followRedirects(false)
            .followSslRedirects(false);
    options.route().applyTo(builder);
    return builder;
  }

  /** The chain of one {@code get()}, which ends in a call of {@code attempts}. */
  static OkHttpClient perGet(
      ClientOptions options, OkHttpClient attempts, RateLimiter limiter, Lanes lanes) {
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
        .addInterceptor(
            new RetryInterceptor(
                limits.maxRetries(), retryWait, failures, attempts.connectionPool()))
        .addInterceptor(new QuotaInterceptor(limiter.quotas()))
        .addInterceptor(new ConcurrencyInterceptor(new Gate(limits.maxConcurrency())))
        .addInterceptor(new RateLimitInterceptor(limiter))
        .addInterceptor(new LaneInterceptor(lanes))
        .addInterceptor(new AttemptInterceptor(attempts, limits.requestTimeout()))
        .build();
  }

  static Response markProgress(Interceptor.Chain chain) throws IOException {
    var exchange = Exchange.of(chain.request());
    exchange.connected();
    var response = chain.proceed(chain.request());
    exchange.answered();
    return response;
  }
}
