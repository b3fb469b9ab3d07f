package io.workosjdbc.driver;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * What connections with an equal key share, such as an HTTP client and a cache. The first lease
 * makes the value, the last one closed closes it. Thread-safe.
 *
 * @param <K> what tells environments apart
 * @param <V> what is shared
 */
final class Environments<K, V> {
  private final Map<K, Shared<V>> shared = new HashMap<>();
  private final Consumer<V> closer;

  /**
   * An empty registry.
   *
   * @param closer releases a value that nobody uses any more
   */
  Environments(Consumer<V> closer) {
    this.closer = closer;
  }

  /** Makes the value of a key. */
  interface Factory<K, V> {
    V make(K key) throws SQLException;
  }

  /** The right to use a value until {@link #close()}, which may be called more than once. */
  final class Lease implements Release {
    private final K key;
    private final V value;
    private final AtomicBoolean open = new AtomicBoolean(true);

    private Lease(K key, V value) {
      this.key = key;
      this.value = value;
    }

    V value() {
      return value;
    }

    @Override
    public void close() {
      if (open.getAndSet(false) && release(key)) {
        closer.accept(value);
      }
    }
  }

  Lease lease(K key, Factory<? super K, ? extends V> factory) throws SQLException {
    synchronized (shared) {
      Shared<V> found = shared.get(key);
      if (found == null) {
        found = new Shared<>(factory.make(key));
        shared.put(key, found);
      }
      found.leases++;
      return new Lease(key, found.value);
    }
  }

  /** How many values are in use. */
  int size() {
    synchronized (shared) {
      return shared.size();
    }
  }

  private boolean release(K key) {
    synchronized (shared) {
      Shared<V> found = shared.get(key);
      if (found == null || --found.leases > 0) {
        return false;
      }
      shared.remove(key);
      return true;
    }
  }

  private static final class Shared<V> {
    private final V value;
    private int leases;

    private Shared(V value) {
      this.value = value;
    }
  }
}
