package io.workosjdbc.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * What the demo servers have in common: real HTTP on 127.0.0.1, faults, and a log of what was
 * asked. Thread-safe. Whoever starts it closes it.
 */
final class DemoHttp implements AutoCloseable {
  static {
    // Without it the JDK's server sends headers and body so that the client's delayed
    // acknowledgement
    // costs 40 ms per answer. Read once, when the first server of the JVM is made.
    if (System.getProperty("sun.net.httpserver.nodelay") == null) {
      System.setProperty("sun.net.httpserver.nodelay", "true");
    }
  }

  private final Faults faults = new Faults();
  private final RequestLog log = new RequestLog(5_000);
  private final Sender sender;
  private final Handler handler;
  private final ExecutorService executor;
  private final HttpServer http;
  private volatile Duration latency;

  private DemoHttp(DemoOptions options, Sender sender, Handler handler, HttpServer http) {
    this.latency = options.latency();
    this.sender = sender;
    this.handler = handler;
    this.executor = Executors.newCachedThreadPool(DemoHttp::daemon);
    this.http = http;
  }

  /** Listens where the options say. */
  static DemoHttp start(DemoOptions options, Sender sender, Handler handler) {
    HttpServer http;
    try {
      InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
      http = HttpServer.create(new InetSocketAddress(loopback, options.port()), 0);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot listen on 127.0.0.1 port " + options.port(), e);
    }
    DemoHttp server = new DemoHttp(options, sender, handler, http);
    http.setExecutor(server.executor);
    http.createContext("/", server::handle);
    http.start();
    return server;
  }

  /** Where it listens, such as {@code http://127.0.0.1:40001}. */
  URI baseUrl() {
    return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
  }

  Faults faults() {
    return faults;
  }

  RequestLog log() {
    return log;
  }

  /** Lets every answer from now on take that long. */
  void latency(Duration duration) {
    latency = duration;
  }

  private void handle(HttpExchange exchange) {
    try {
      Optional<String> authorization =
          Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"));
      Request request =
          Request.of(exchange.getRequestMethod(), exchange.getRequestURI(), authorization)
              .withBody(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
      String requestId = log.add(request, exchange.getRequestURI(), exchange.getRequestHeaders());
      Thread.sleep(latency.toMillis());
      sender.send(exchange, faults.around(request, handler).answer(request), requestId);
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    } catch (IOException clientGone) {
      // Nobody is left to tell.
    } finally {
      exchange.close();
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "workos-demo");
    thread.setDaemon(true);
    return thread;
  }

  /** Stops listening, breaks off what is under way. */
  @Override
  public void close() {
    executor.shutdownNow();
    http.stop(0);
  }
}
