package io.workosjdbc.driver;

import io.workosjdbc.http.RenewableKey;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The key of an environment, which may be exchanged while connections are open. Thread-safe. */
final class CurrentKey implements RenewableKey {
  private static final Logger LOG = LoggerFactory.getLogger("io.workosjdbc.driver");

  private final KeySource source;

  /** Commands ask people to unlock something: not for every request that is refused. */
  private static final Duration BETWEEN_COMMANDS = Duration.ofMinutes(1);

  private final InstantSource clock;
  private Instant commandRan;
  private volatile Secret current;

  CurrentKey(Endpoint.Live endpoint, InstantSource clock) {
    this.source = endpoint.source();
    this.current = endpoint.apiKey();
    this.clock = clock;
    this.commandRan = clock.instant();
  }

  @Override
  public String get() {
    return current.value();
  }

  @Override
  public synchronized boolean renew(String used) {
    if (!current.value().equals(used)) {
      return true; // Somebody else was refused before.
    }
    if (!mayRead()) {
      return false;
    }
    try {
      var found = source.read();
      if (KeyRule.isVisibleAscii(found.value()) && !found.value().isEmpty()) {
        current = found;
      }
      return !current.value().equals(used);
    } catch (SQLException e) {
      LOG.warn("The API key was refused and cannot be read again: {}", e.getMessage());
      return false;
    }
  }

  private boolean mayRead() {
    if (source instanceof KeySource.OfCommand) {
      var now = clock.instant();
      if (now.isBefore(commandRan.plus(BETWEEN_COMMANDS))) {
        return false;
      }
      commandRan = now;
    }
    return !(source instanceof KeySource.Given);
  }
}
