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
 * How many rows lists have, and lists with a time range in an hour. Kept as properties in a file:
 * whoever writes last is right, because all of it is only an estimate. Thread-safe.
 */
final class LearnedSizes implements Sizes {

  private static final Logger LOG = LoggerFactory.getLogger(LearnedSizes.class);
  private static final String FILE = "sizes";
  private static final String PER_HOUR = "-per-hour";

  /** The last so many hours count; what is older fades. */
  private static final double LONGEST_HOURS = 90 * 24;

  /** A smaller change is not worth a file. */
  private static final double CHANGE = 0.1;

  /** Guarded by this, like all of it. */
  private final Map<String, Double> known = new TreeMap<>();

  private final Map<String, Double> kept = new TreeMap<>();
  private final Map<String, Double> hours = new TreeMap<>();
  private Optional<PrivateFolder> folder = Optional.empty();

  synchronized void rows(String table, long rows) {
    put(table, (double) rows);
  }

  /** The averages of long stretches count for more than those of short ones. */
  synchronized void rows(String table, long rows, Duration time) {
    double more = time.toMillis() / 3.6e6;
    double before = Math.min(LONGEST_HOURS, hours.getOrDefault(table, 0.0));
    double average = known.getOrDefault(table + PER_HOUR, 0.0);
    hours.put(table, before + more);
    put(table + PER_HOUR, (average * before + rows) / (before + more));
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
        if (name.endsWith(PER_HOUR)) {
          // It counts like a day, until more is known.
          hours.put(name.substring(0, name.length() - PER_HOUR.length()), 24.0);
        }
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
}
