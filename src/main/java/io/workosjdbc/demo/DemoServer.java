package io.workosjdbc.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

/**
 * A WorkOS API in this process, over real HTTP on 127.0.0.1: as strict as the real one, with
 * believable data, quirks and faults to switch on, and a log of what was asked. Thread-safe.
 * Whoever starts it closes it.
 */
public final class DemoServer implements AutoCloseable {
  static {
    // Without it the JDK's server sends headers and body so that the client's delayed
    // acknowledgement
    // costs 40 ms per answer. Read once, when the first server of the JVM is made.
    if (System.getProperty("sun.net.httpserver.nodelay") == null) {
      System.setProperty("sun.net.httpserver.nodelay", "true");
    }
  }

  private final DemoOptions options;
  private volatile Environment environment;
  private volatile Duration latency;
  private final Faults faults = new Faults();
  private final RequestLog log = new RequestLog();
  private final Router router = new Router();
  private final RateWindow rateWindow;
  private final Sender sender;
  private final ExecutorService executor;
  private final HttpServer http;

  private DemoServer(DemoOptions options, DemoData data, HttpServer http) {
    this.options = options;
    this.environment = new Environment(data, options.quirks(), Map.of(), options.clock());
    this.latency = options.latency();
    this.rateWindow = new RateWindow(options.rateLimit(), options.clock(), System::nanoTime);
    this.sender = new Sender(rateWindow, options.gzip());
    this.executor = Executors.newCachedThreadPool(DemoServer::daemon);
    this.http = http;
  }

  /** Starts one with {@link DemoOptions#defaults()}. */
  public static DemoServer start() {
    return start(DemoOptions.defaults());
  }

  /** Starts one with generated data. */
  public static DemoServer start(DemoOptions options) {
    return start(options, DataGenerator.generate(options));
  }

  /** Starts one with the caller's data. */
  public static DemoServer start(DemoOptions options, DemoData data) {
    HttpServer http;
    try {
      InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
      http = HttpServer.create(new InetSocketAddress(loopback, options.port()), 0);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot listen on 127.0.0.1 port " + options.port(), e);
    }
    DemoServer server = new DemoServer(options, data, http);
    http.setExecutor(server.executor);
    http.createContext("/", server::handle);
    http.start();
    return server;
  }

  /** Where it listens, such as {@code http://127.0.0.1:40001}. */
  public URI baseUrl() {
    return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
  }

  /** The only key that it accepts. */
  public String apiKey() {
    return options.apiKey();
  }

  /** The truth behind the answers. */
  public DemoData data() {
    return environment.data();
  }

  /** Changes the data for all later requests, such as {@code data -> data.with(object)}. */
  public void change(UnaryOperator<DemoData> change) {
    update(now -> now.withData(change.apply(now.data())));
  }

  /** Makes these the only quirks from now on. */
  public void quirks(Quirk... quirks) {
    update(now -> now.withQuirks(Set.of(quirks)));
  }

  /** Lets every answer from now on take that long. */
  public void latency(Duration duration) {
    latency = duration;
  }

  /** Changes an object's JSON on its way out. */
  public void edit(String id, Edit edit) {
    update(now -> now.withEdit(id, edit));
  }

  /** Sets a fault; several may strike the same request. */
  public void fail(Fault fault) {
    faults.add(fault);
  }

  /** Takes back all faults and edits. */
  public void heal() {
    faults.clear();
    update(Environment::withoutEdits);
  }

  /**
   * The requests that arrived, decoded for reading: {@code GET /events?limit=100&events=a,b}. Of
   * very many, the newest 5,000 at least.
   */
  public List<String> requests() {
    return log.entries().stream().map(LoggedRequest::line).toList();
  }

  /** The same with headers and request ids. */
  public List<LoggedRequest> loggedRequests() {
    return log.entries();
  }

  /** How many requests arrived since {@link #clearRequests()}. */
  public int requestCount() {
    return log.count();
  }

  /** Forgets the requests so far. */
  public void clearRequests() {
    log.clear();
  }

  /** Stops listening, breaks off what is under way. */
  @Override
  public void close() {
    executor.shutdownNow();
    http.stop(0);
  }

  private synchronized void update(UnaryOperator<Environment> change) {
    environment = change.apply(environment);
  }

  private void handle(HttpExchange exchange) {
    try {
      Optional<String> authorization =
          Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"));
      Request request =
          Request.of(exchange.getRequestMethod(), exchange.getRequestURI(), authorization);
      String requestId = log.add(request, exchange);
      Thread.sleep(latency.toMillis());
      sender.send(exchange, faults.around(request, this::answer).answer(request), requestId);
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    } catch (IOException clientGone) {
      // Nobody is left to tell.
    } finally {
      exchange.close();
    }
  }

  private Reply answer(Request request) {
    try {
      if (!rateWindow.admits()) {
        return Answer.rateLimited(1).around(request, this::answer);
      }
      if (!request.authorization().equals(Optional.of("Bearer " + options.apiKey()))) {
        throw Refusal.of(401, "Unauthorized");
      }
      return router.answer(request, environment);
    } catch (Refusal refusal) {
      return refusal.reply();
    } catch (RuntimeException bug) {
      return Answer.message(500, "The demo itself failed: " + bug).around(request, this::answer);
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "workos-demo");
    thread.setDaemon(true);
    return thread;
  }
}
