package io.workosjdbc.fetch;

import io.workosjdbc.cache.event.PrivateFolder;
import io.workosjdbc.request.Sizes;
import io.workosjdbc.resource.Resource;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How many rows lists have, lists with a time range in an hour, and lists that belong to a key.
 * Kept as properties in a file: whoever writes last is right, because all of it is only an
 * estimate. Thread-safe.
 */
final class LearnedSizes implements Sizes {

  private static final Logger LOG = LoggerFactory.getLogger(LearnedSizes.class);
  private static final String FILE = "sizes";
  private static final String PER_HOUR = ".per-hour";
  private static final String PER_KEY = ".per-key";

  /** The last so many hours count; what is older fades. */
  private static final double LONGEST_HOURS = 90 * 24;

  /** The last so many lists count that belong to keys. */
  private static final double MOST_LISTS = 1_000;

  /** A smaller change is not worth a file. */
  private static final double CHANGE = 0.1;

  /** Guarded by this, like all of it. */
  private final Map<String, Double> known = new TreeMap<>();

  private final Map<String, Double> kept = new TreeMap<>();

  /** What the averages are of: so many hours, or lists. */
  private final Map<String, Double> weights = new TreeMap<>();

  private Optional<PrivateFolder> folder = Optional.empty();

  synchronized void rows(String table, long rows) {
    put(table, (double) rows);
  }

  /** The averages of long stretches count for more than those of short ones. */
  synchronized void rows(String table, double rows, Duration time) {
    average(table + PER_HOUR, rows, time.toMillis() / 3.6e6, LONGEST_HOURS);
  }

  /** A list that belongs to a key was read to its end. */
  synchronized void rowsOfKey(String table, long rows) {
    average(table + PER_KEY, (double) rows, 1, MOST_LISTS);
  }

  private void average(String name, double rows, double more, double most) {
    if (more > 0) {
      double before = Math.min(most, weights.getOrDefault(name, 0.0));
      weights.put(name, before + more);
      put(name, (known.getOrDefault(name, 0.0) * before + rows) / (before + more));
    }
  }

  private void put(String name, double value) {
    known.put(name, value);
    double last = kept.getOrDefault(name, -1.0);
    if (last < 0 || Math.abs(value - last) > CHANGE * Math.max(1, last)) {
      save();
    }
  }

  synchronized void keepIn(PrivateFolder other) {
    folder = Optional.of(other);
    var properties = new Properties();
    try {
      var content = other.read(FILE).orElse(new byte[0]);
      properties.load(new StringReader(new String(content, StandardCharsets.UTF_8)));
    } catch (IOException | IllegalArgumentException e) {
      LOG.debug("Cannot read what was learned", e);
    }
    for (var name : properties.stringPropertyNames()) {
      take(name, properties.getProperty(name));
    }
  }

  private void take(String name, String value) {
    try {
      double number = Double.parseDouble(value);
      if (number >= 0 && number < 1e12 && known.putIfAbsent(name, number) == null) {
        kept.put(name, number);
        // An average counts like that of a day or of so many lists, until more is known.
        weights.put(name, 24.0);
      }
    } catch (NumberFormatException e) {
      LOG.debug("No number for {}", name);
    }
  }

  synchronized void save() {
    if (folder.isPresent() && !kept.equals(known)) {
      var text = new StringBuilder();
      known.forEach((name, value) -> text.append(name).append('=').append(value).append('\n'));
      folder.get().write(FILE, text.toString().getBytes(StandardCharsets.UTF_8));
      kept.putAll(known);
    }
  }

  @Override
  public synchronized OptionalLong rows(Resource resource) {
    var rows = known.get(resource.table());
    return rows == null ? OptionalLong.empty() : OptionalLong.of(rows.longValue());
  }

  @Override
  public synchronized OptionalDouble rowsPerHour(Resource resource) {
    var rows = known.get(resource.table() + PER_HOUR);
    return rows == null ? OptionalDouble.empty() : OptionalDouble.of(rows);
  }

  @Override
  public synchronized OptionalDouble rowsPerKey(Resource resource) {
    var rows = known.get(resource.table() + PER_KEY);
    return rows == null ? OptionalDouble.empty() : OptionalDouble.of(rows);
  }
}
