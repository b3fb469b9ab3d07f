package io.workosjdbc.http;

import com.google.common.base.CharMatcher;
import io.workosjdbc.http.ApiException.Kind;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One environment's client. Thread-safe; every request runs in the thread that asks for it. Whoever
 * made it closes it.
 */
public final class ApiClient implements AutoCloseable {
  private static final String LOGGER = "io.workosjdbc.http";
  private static final MediaType JSON = MediaType.get("application/json");

  private final ClientOptions options;
  private final BaseUrl baseUrl;
  private final RateLimiter limiter;
  private final OkHttpClient client;
  private final Downloads downloads;
  private final Failures failures;
  private final Redaction redaction;
  private final CallScope life = CallScope.unbounded();
  private final AtomicBoolean closed = new AtomicBoolean();
  private final DateHeader dates = new DateHeader();
  private final Latency latency = new Latency();

  private ApiClient(ClientOptions options, RateLimiter limiter, Lanes lanes, Logger logger) {
    this.options = options;
    this.redaction = new Redaction(options.apiKey());
    this.baseUrl = BaseUrl.of(options.baseUrl());
    this.limiter = limiter;
    this.client = Transport.perGet(options, Transport.perAttempt(options, logger), limiter, lanes);
    this.downloads = new Downloads(options, logger);
    this.failures = new Failures(baseUrl.host(), redaction);
  }

  /**
   * Makes a client; sends nothing.
   *
   * @throws IllegalArgumentException when the key cannot be a header's value or the trust store
   *     cannot be used
   */
  public static ApiClient of(ClientOptions options) {
    return of(options, RateLimiters.jvmWide(), LoggerFactory.getLogger(LOGGER));
  }

  static ApiClient of(ClientOptions options, RateLimiters limiters, Logger logger) {
    String key = options.apiKey().get();
    if (key.isBlank() || key.contains(" ") || !BaseUrl.isHeaderSafe(key)) {
      throw new IllegalArgumentException("The API key is empty or holds blanks or odd characters");
    }
    var client = new ApiClient(options, limiters.of(key), limiters.lanesOf(key), logger);
    client.limiter.ask(options.limits().requestsPerSecond());
    return client;
  }

  /**
   * GETs a percent-encoded target such as {@code /organizations?limit=100&after=org_1}, relative to
   * the base URL. Blocks until there is a whole 2xx answer, retrying what may pass.
   *
   * <p>A thread that is interrupted while it waits stops at once; one that reads from the network
   * stops with the next bytes or at the timeout. {@link CallScope#cancel()} stops both at once.
   *
   * @throws ApiException for everything else
   */
  public ApiResponse get(String target, CallScope scope) {
    return get(target, scope, CallObserver.NONE, Optional.empty());
  }

  /** The same at the pace of a lane. */
  ApiResponse get(String target, CallScope scope, Optional<Lane> lane) {
    return get(target, scope, CallObserver.NONE, lane);
  }

  /**
   * The same, and tells somebody what becomes of it.
   *
   * @param lane what the service counts the request with besides everything
   */
  public ApiResponse get(
      String target, CallScope scope, CallObserver observer, Optional<Lane> lane) {
    var request = new Request.Builder().url(url(target, "GET"));
    lane.ifPresent(each -> request.tag(Lane.class, each));
    return send(request, "GET " + printable(target), scope, observer);
  }

  /**
   * POSTs a JSON document that has the service make something. It is repeated like a GET, which at
   * worst makes it twice; the key that says that it is the same is sent for services that heed it.
   */
  public ApiResponse post(String target, String json, CallScope scope, CallObserver observer) {
    var request =
        new Request.Builder()
            .url(url(target, "POST"))
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .post(RequestBody.create(json, JSON));
    return send(request, "POST " + printable(target), scope, observer);
  }

  /** Opens a file that the service has put somewhere else; the key is not sent there. */
  public Download download(String url, CallScope scope, CallObserver observer) {
    checkNotClosed("GET ***");
    return downloads.open(url, scope, observer);
  }

  /** Waits before the same is asked again. */
  public void pause(String requestLine, Duration wait, CallScope scope) {
    var exchange = new Exchange(requestLine, scope, options.timing(), CallObserver.NONE);
    if (exchange.wouldPassDeadline(wait)) {
      throw ApiException.of(Kind.TIMED_OUT, requestLine, Failures.timedOut(requestLine));
    }
    exchange.pause(wait, CallObserver.Reason.RETRY);
  }

  private HttpUrl url(String target, String method) {
    return baseUrl
        .resolve(target)
        .orElseThrow(() -> noTarget(redaction.mask(method + " " + printable(target))));
  }

  private ApiResponse send(
      Request.Builder request, String line, CallScope scope, CallObserver observer) {
    String requestLine = redaction.mask(line);
    checkNotClosed(requestLine);
    CallScope own = scope.withOwnCancellation();
    var cancelled = scope.onCancel(own::cancel);
    var ended = life.onCancel(own::cancel);
    try {
      return send(request, new Exchange(requestLine, own, options.timing(), observer));
    } catch (ApiException e) {
      if (e.kind() == Kind.CANCELLED) {
        checkNotClosed(requestLine);
      }
      throw e;
    } finally {
      cancelled.close();
      ended.close();
    }
  }

  private ApiResponse send(Request.Builder request, Exchange exchange) {
    exchange.checkOpen();
    request.tag(Exchange.class, exchange);
    try (Response response = client.newCall(request.build()).execute()) {
      if (!response.isSuccessful()) {
        throw failures.answered(exchange, response);
      }
      var answer =
          new ApiResponse(
              response.code(),
              response.body().bytes(),
              Answer.requestId(response),
              sentAt(response, exchange),
              NextLink.of(response, baseUrl));
      latency.add(Duration.between(exchange.sentAt(), exchange.now()));
      exchange.checkOpen();
      return answer;
    } catch (IOException e) {
      throw failures.broken(exchange, e);
    }
  }

  /** A date is in whole seconds, and the answer is younger than the question. */
  private Instant sentAt(Response response, Exchange exchange) {
    var sentAt = exchange.sentAt();
    return dates
        .of(response)
        .map(date -> date.plusSeconds(1))
        .filter(latest -> latest.isBefore(sentAt))
        .orElse(sentAt);
  }

  /** How fast it may ask at the moment, and how long answers took of late. */
  public Pace pace() {
    return new Pace(
        limiter.rate(options.timing().clock().instant()),
        latency.mean(),
        options.limits().maxConcurrency());
  }

  /** The requests per second that the connections with this key allow. */
  public double highestRate() {
    return limiter.highest();
  }

  /** Aborts what is in flight and closes the connections. Closing again changes nothing. */
  @Override
  public void close() {
    if (closed.getAndSet(true)) {
      return;
    }
    life.cancel();
    limiter.withdraw(options.limits().requestsPerSecond());
    downloads.close();
    client.dispatcher().executorService().shutdown();
    client.connectionPool().evictAll();
  }

  private void checkNotClosed(String requestLine) {
    if (life.isCancelled()) {
      throw ApiException.of(
          Kind.CANCELLED,
          requestLine,
          CleanText.line(requestLine) + " was not answered: the client is closed. Connect again");
    }
  }

  private static ApiException noTarget(String requestLine) {
    return ApiException.of(
        Kind.BAD_REQUEST,
        requestLine,
        CleanText.line(requestLine)
            + " was not sent: this is no percent-encoded path and query. Check the value in it");
  }

  private static String printable(String target) {
    return CharMatcher.javaIsoControl().replaceFrom(target, '?');
  }
}
