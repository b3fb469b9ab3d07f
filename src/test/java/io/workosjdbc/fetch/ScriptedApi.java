package io.workosjdbc.fetch;

import io.workosjdbc.cache.ListingCache;
import io.workosjdbc.cache.ListingFiles;
import io.workosjdbc.cache.event.Beside;
import io.workosjdbc.cache.event.EventStore;
import io.workosjdbc.cache.event.StoreOptions;
import io.workosjdbc.http.ApiClient;
import io.workosjdbc.http.ClientOptions;
import io.workosjdbc.resource.Resource;
import io.workosjdbc.resource.Source;
import io.workosjdbc.workos.WorkOs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/** A service on loopback that gives prepared answers one after the other, and a fetcher of it. */
final class ScriptedApi implements AutoCloseable {

  private final MockWebServer server = new MockWebServer();
  private final Queue<MockResponse> answers = new ArrayDeque<>();
  private final List<String> sent = Collections.synchronizedList(new ArrayList<>());
  private final ApiClient client;
  private Runnable onRequest = () -> {};
  final TestClock clock = new TestClock();
  final ListingCache cache = new ListingCache(1 << 20, clock);
  private final Fetcher fetcher;

  ScriptedApi() {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            sent.add("GET " + request.getTarget());
            onRequest.run();
            synchronized (answers) {
              var answer = answers.poll();
              return answer == null ? response(418, "{'message':'not in the script'}") : answer;
            }
          }
        });
    try {
      server.start(InetAddress.getByAddress("127.0.0.1", new byte[] {127, 0, 0, 1}), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var url = URI.create("http://127.0.0.1:" + server.getPort());
    client =
        ApiClient.of(
            ClientOptions.of(url, () -> "sk_test_script")
                .withMaxRetries(0)
                .withRequestsPerSecond(1e6));
    fetcher = Fetcher.of(client, WorkOs.SOURCE, cache);
  }

  /** Adds an answer of 200; single quotes stand for double ones. */
  ScriptedApi answers(String body) {
    return answers(200, body);
  }

  ScriptedApi answers(int status, String body) {
    synchronized (answers) {
      answers.add(response(status, body));
    }
    return this;
  }

  /** Does something in the server's thread whenever a request has come in. */
  void onRequest(Runnable action) {
    onRequest = action;
  }

  private static MockResponse response(int status, String body) {
    return new MockResponse.Builder()
        .code(status)
        .addHeader("X-Request-ID", "req_7")
        .body(body.replace('\'', '"'))
        .build();
  }

  /** Without a cache. */
  Fetcher fetcher() {
    return fetcher;
  }

  /** With a cache whose answers live for a minute. */
  Fetcher caching() {
    return fetcher.accepting(Duration.ofMinutes(1));
  }

  /** With a cache whose answers live for a minute, as a process has it that shares a folder. */
  Fetcher processIn(Path folder) {
    var ninetyDays = Duration.ofDays(90);
    var options = new StoreOptions("test", clock, 1 << 20, ninetyDays, ninetyDays);
    var files = EventStore.onDisk(folder, options).beside(Beside.LISTS).map(ListingFiles::new);
    var lists = new ListingCache(1 << 20, clock, files);
    return Fetcher.of(client, WorkOs.SOURCE, lists).accepting(Duration.ofMinutes(1));
  }

  /** Of the same service, with tables of its own. */
  Fetcher fetcherOf(Resource... tables) {
    return Fetcher.of(client, new Source("test", List.of(tables)), cache);
  }

  /** The requests so far. */
  List<String> sent() {
    return List.copyOf(sent);
  }

  @Override
  public void close() {
    client.close();
    server.close();
  }
}
