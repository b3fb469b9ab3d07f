package io.workosjdbc.http;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.slf4j.event.Level;

/** A server on loopback and a client of it, whose time is fake and whose log is kept. */
final class Api implements AutoCloseable {
  static final String KEY = "sk_test_a_very_secret_key";

  final MockWebServer server = new MockWebServer();
  final FakeTime time = new FakeTime();
  final LogLines log = new LogLines(Level.DEBUG);
  final RateLimiters limiters = new RateLimiters();
  private final List<ApiClient> clients = new ArrayList<>();

  Api() {
    try {
      server.start(InetAddress.getByAddress("127.0.0.1", new byte[] {127, 0, 0, 1}), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  URI baseUrl() {
    return URI.create("http://127.0.0.1:" + server.getPort());
  }

  ClientOptions options() {
    return ClientOptions.of(baseUrl(), () -> KEY).withTiming(time.timing());
  }

  ApiClient client() {
    return client(options -> options);
  }

  ApiClient client(UnaryOperator<ClientOptions> change) {
    var client = ApiClient.of(change.apply(options()), limiters, log);
    clients.add(client);
    return client;
  }

  Api answers(int status, String body, String... headers) {
    var response = new MockResponse.Builder().code(status).body(body);
    for (String header : headers) {
      response.addHeader(header);
    }
    server.enqueue(response.build());
    return this;
  }

  Api answers(MockResponse response) {
    server.enqueue(response);
    return this;
  }

  /** The next request that came in, in order. */
  RecordedRequest request() {
    try {
      RecordedRequest request = server.takeRequest(10, TimeUnit.SECONDS);
      if (request == null) {
        throw new AssertionError("no request came");
      }
      return request;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  static String text(ApiResponse response) {
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  static ApiException failure(ApiClient client, String target) {
    return failure(client, target, CallScope.unbounded());
  }

  static ApiException failure(ApiClient client, String target, CallScope scope) {
    return catchThrowableOfType(ApiException.class, () -> client.get(target, scope));
  }

  @Override
  public void close() {
    clients.forEach(ApiClient::close);
    server.close();
  }
}
