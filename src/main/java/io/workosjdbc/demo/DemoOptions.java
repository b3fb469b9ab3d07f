package io.workosjdbc.demo;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What a demo server serves and how.
 *
 * @param port 0 for a free one
 * @param apiKey absent for one of the server's own, so that servers in one JVM do not share what a
 *     client keeps for each key, such as its rate
 * @param clock decides what "now" is: the end of the data and the retention of events
 * @param seed the same seed at the same time gives the same data
 * @param eventCount how many authentication events the last 90 days have
 * @param massEvents serves these events instead
 * @param latency how long every answer takes
 * @param rateLimit enforced when present; otherwise only advertised
 * @param gzip whether answers are compressed when the client asks
 */
public record DemoOptions(
    int port,
    Optional<String> apiKey,
    Clock clock,
    long seed,
    int eventCount,
    Optional<MassEventOptions> massEvents,
    Set<Quirk> quirks,
    Duration latency,
    Optional<RateLimit> rateLimit,
    boolean gzip) {

  public DemoOptions {
    quirks = Set.copyOf(quirks);
    if (eventCount < 0) {
      throw new IllegalArgumentException("eventCount is negative");
    }
  }

  /** 20,000 events up to the system's now, no quirks, no latency, no enforced limit, any port. */
  public static DemoOptions defaults() {
    return new DemoOptions(
        0,
        Optional.empty(),
        Clock.systemUTC(),
        42,
        20_000,
        Optional.empty(),
        Set.of(),
        Duration.ZERO,
        Optional.empty(),
        true);
  }

  /** The key that a server of these options accepts, which begins like this if it is its own. */
  String keyOrOwn(String beginning) {
    return apiKey.orElseGet(() -> beginning + UUID.randomUUID().toString().replace("-", ""));
  }

  public DemoOptions withPort(int newPort) {
    return new DemoOptions(
        newPort, apiKey, clock, seed, eventCount, massEvents, quirks, latency, rateLimit, gzip);
  }

  public DemoOptions withApiKey(String newApiKey) {
    var key = Optional.of(newApiKey);
    return new DemoOptions(
        port, key, clock, seed, eventCount, massEvents, quirks, latency, rateLimit, gzip);
  }

  public DemoOptions withClock(Clock newClock) {
    return new DemoOptions(
        port, apiKey, newClock, seed, eventCount, massEvents, quirks, latency, rateLimit, gzip);
  }

  public DemoOptions withSeed(long newSeed) {
    return new DemoOptions(
        port, apiKey, clock, newSeed, eventCount, massEvents, quirks, latency, rateLimit, gzip);
  }

  public DemoOptions withEventCount(int newEventCount) {
    return new DemoOptions(
        port, apiKey, clock, seed, newEventCount, massEvents, quirks, latency, rateLimit, gzip);
  }

  /** Serves {@code count} events spread evenly over the window that ends now. */
  public DemoOptions withMassEvents(int count, Duration window) {
    var mass = Optional.of(new MassEventOptions(count, window));
    return new DemoOptions(
        port, apiKey, clock, seed, eventCount, mass, quirks, latency, rateLimit, gzip);
  }

  public DemoOptions withQuirks(Quirk... newQuirks) {
    var set = Set.of(newQuirks);
    return new DemoOptions(
        port, apiKey, clock, seed, eventCount, massEvents, set, latency, rateLimit, gzip);
  }

  public DemoOptions withLatency(Duration newLatency) {
    return new DemoOptions(
        port, apiKey, clock, seed, eventCount, massEvents, quirks, newLatency, rateLimit, gzip);
  }

  public DemoOptions withRateLimit(int requestsPerSecond, int burst) {
    var limit = Optional.of(new RateLimit(requestsPerSecond, burst));
    return new DemoOptions(
        port, apiKey, clock, seed, eventCount, massEvents, quirks, latency, limit, gzip);
  }

  public DemoOptions withGzip(boolean newGzip) {
    return new DemoOptions(
        port, apiKey, clock, seed, eventCount, massEvents, quirks, latency, rateLimit, newGzip);
  }
}
