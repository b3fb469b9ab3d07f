package io.workosjdbc.demo;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A WorkOS API in this process, over real HTTP on 127.0.0.1: as strict as the real one, with
 * believable data, quirks and faults to switch on, and a log of what was asked. Thread-safe.
 * Whoever starts it closes it.
 */
public final class DemoServer implements AutoCloseable {
  private static final int ADVERTISED_PER_MINUTE = 6000;

  private final String apiKey;
  private volatile Environment environment;
  private final Router router = new Router();
  private final RateWindow rateWindow;
  private final DirectoryRate directoryRate;
  private final AuditLogExports exports = new AuditLogExports();
  private final DemoHttp http;

  private DemoServer(DemoOptions options, DemoData data) {
    this.apiKey = options.keyOrOwn("sk_test_demo_");
    this.environment = new Environment(data, options.quirks(), Map.of(), options.clock());
    this.rateWindow = new RateWindow(options, "X-RateLimit-", ADVERTISED_PER_MINUTE);
    this.directoryRate = new DirectoryRate(options.clock());
    var sender = new Sender("X-Request-ID", rateWindow, options.gzip());
    this.http = DemoHttp.start(options, sender, this::answer);
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
    return new DemoServer(options, data);
  }

  /** Where it listens, such as {@code http://127.0.0.1:40001}. */
  public URI baseUrl() {
    return http.baseUrl();
  }

  /** The only key that it accepts. */
  public String apiKey() {
    return apiKey;
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
    http.latency(duration);
  }

  /** Changes an object's JSON on its way out. */
  public void edit(String id, Edit edit) {
    update(now -> now.withEdit(id, edit));
  }

  /** Sets a fault; several may strike the same request. */
  public void fail(Fault fault) {
    http.faults().add(fault);
  }

  /** Takes back all faults and edits. */
  public void heal() {
    http.faults().clear();
    update(Environment::withoutEdits);
  }

  /**
   * The requests that arrived, decoded for reading: {@code GET /events?limit=100&events=a,b}. Of
   * very many, the newest 5,000 at least.
   */
  public List<String> requests() {
    return http.log().entries().stream().map(LoggedRequest::line).toList();
  }

  /** The same with headers and request ids. */
  public List<LoggedRequest> loggedRequests() {
    return http.log().entries();
  }

  /** How many requests arrived since {@link #clearRequests()}. */
  public int requestCount() {
    return http.log().count();
  }

  /** The audit log of an organization, oldest first. */
  public List<DemoAuditEvent> auditLog(String organizationId) {
    return AuditLogExports.events(organizationId, environment.now());
  }

  /** How many requests it refused because they were the fifth of a second for a directory. */
  public int refusedForTheirDirectory() {
    return directoryRate.refused();
  }

  /** Forgets the requests so far. */
  public void clearRequests() {
    http.log().clear();
  }

  /** Stops listening, breaks off what is under way. */
  @Override
  public void close() {
    http.close();
  }

  private synchronized void update(UnaryOperator<Environment> change) {
    environment = change.apply(environment);
  }

  private Reply answer(Request request) {
    try {
      if (!rateWindow.admits()) {
        return Answer.rateLimited(1).around(request, this::answer);
      }
      var file = exports.file(request, environment);
      if (file.isPresent()) {
        return file.get();
      }
      if (!request.authorization().equals(Optional.of("Bearer " + apiKey))) {
        throw Refusal.of(401, "Unauthorized");
      }
      if (!directoryRate.admits(request, data())) {
        return Answer.bareRateLimited().with("Retry-After", "1").around(request, this::answer);
      }
      return exports
          .answer(request, environment, baseUrl())
          .orElseGet(() -> router.answer(request, environment));
    } catch (Refusal refusal) {
      return refusal.reply();
    } catch (RuntimeException bug) {
      return Answer.message(500, "The demo itself failed: " + bug).around(request, this::answer);
    }
  }
}
