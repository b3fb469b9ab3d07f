package io.workosjdbc.cache.event;

import java.time.Clock;
import java.time.Duration;

/**
 * How a store behaves.
 *
 * @param namespace the environment, so that keys of two never share: letters, digits, - and _; must
 *     not give away the key
 * @param maxBytes how much all environments together may take
 * @param retention how long the service keeps events; what is older cannot be read again
 * @param history how long the store keeps them; longer than the retention makes it an archive
 */
public record StoreOptions(
    String namespace, Clock clock, long maxBytes, Duration retention, Duration history) {

  public StoreOptions {
    if (!Folder.isPlain(namespace)) {
      throw new IllegalArgumentException("No namespace: " + namespace);
    }
  }
}
