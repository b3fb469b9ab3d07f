package io.workosjdbc.demo;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * An Okta API in this process, over real HTTP on 127.0.0.1: as strict as the fact sheet of Okta has
 * it, with people and sign-ins that match those of {@link DemoServer}, faults to switch on, and a
 * log of what was asked. Thread-safe. Whoever starts it closes it.
 */
public final class OktaServer implements AutoCloseable {
  private static final int ADVERTISED_PER_MINUTE = 600;

  private final DemoOptions options;
  private final String token;
  private final RateWindow rateWindow;
  private final DemoHttp http;
  private volatile OktaData data;

  private OktaServer(DemoOptions options, OktaData data) {
    this.options = options;
    this.token = options.keyOrOwn("00demo");
    this.data = data;
    this.rateWindow = new RateWindow(options, "X-Rate-Limit-", ADVERTISED_PER_MINUTE);
    var sender = new Sender("X-Okta-Request-Id", rateWindow, options.gzip());
    this.http = DemoHttp.start(options, sender, this::answer);
  }

  /** Starts one with {@link DemoOptions#defaults()}. */
  public static OktaServer start() {
    return start(DemoOptions.defaults());
  }

  /** Starts one with the people that a {@link DemoServer} of the same options has. */
  public static OktaServer start(DemoOptions options) {
    return start(options, OktaGenerator.generate(options));
  }

  /** Starts one with the caller's data. */
  public static OktaServer start(DemoOptions options, OktaData data) {
    return new OktaServer(options, data);
  }

  /** Where it listens, such as {@code http://127.0.0.1:40001}. */
  public URI baseUrl() {
    return http.baseUrl();
  }

  /** The only token that it accepts, with {@code SSWS} or {@code Bearer}. */
  public String token() {
    return token;
  }

  /** The truth behind the answers. */
  public OktaData data() {
    return data;
  }

  /** Changes the data for all later requests. */
  public synchronized void change(UnaryOperator<OktaData> change) {
    data = change.apply(data);
  }

  /** Lets every answer from now on take that long. */
  public void latency(Duration duration) {
    http.latency(duration);
  }

  /** Sets a fault; several may strike the same request. */
  public void fail(Fault fault) {
    http.faults().add(fault);
  }

  /** Takes back all faults. */
  public void heal() {
    http.faults().clear();
  }

  /** The requests that arrived, decoded for reading. Of very many, the newest 5,000 at least. */
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

  /** Forgets the requests so far. */
  public void clearRequests() {
    http.log().clear();
  }

  /** Stops listening, breaks off what is under way. */
  @Override
  public void close() {
    http.close();
  }

  private Reply answer(Request request) {
    try {
      if (!rateWindow.admits()) {
        throw OktaRefusal.tooMany();
      }
      var authorization = request.authorization();
      if (!authorization.equals(Optional.of("SSWS " + token))
          && !authorization.equals(Optional.of("Bearer " + token))) {
        throw OktaRefusal.unauthorized();
      }
      return OktaApi.answer(request, data, options.clock().instant(), http.baseUrl());
    } catch (OktaRefusal refusal) {
      return refusal.reply();
    } catch (RuntimeException bug) {
      return Answer.message(500, "The demo itself failed: " + bug).around(request, this::answer);
    }
  }
}
