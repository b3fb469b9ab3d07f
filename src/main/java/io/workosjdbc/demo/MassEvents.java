package io.workosjdbc.demo;

import java.time.Instant;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/**
 * Millions of events that are never stored: event {@code i} is pattern {@code i % patterns}, at an
 * even distance after its predecessor. Its id carries {@code i}.
 */
final class MassEvents implements EventLog {
  private static final long SALT = 0x3A5A5A5A5AL;

  private final int count;
  private final long startMillis;
  private final long windowMillis;
  private final List<DemoEvent> patterns;
  private final List<EventTemplate> templates;

  private MassEvents(int count, long startMillis, long windowMillis, List<DemoEvent> patterns) {
    this.count = count;
    this.startMillis = startMillis;
    this.windowMillis = windowMillis;
    this.patterns = List.copyOf(patterns);
    this.templates = patterns.stream().map(EventTemplate::of).toList();
  }

  static MassEvents of(MassEventOptions options, Instant now, List<DemoEvent> patterns) {
    long windowMillis = options.window().toMillis();
    return new MassEvents(
        options.count(), now.toEpochMilli() - windowMillis, windowMillis, patterns);
  }

  @Override
  public int size() {
    return count;
  }

  @Override
  public List<DemoEvent> events() {
    return new View();
  }

  @Override
  public LoggedEvent eventAt(int position) {
    return events().get(position);
  }

  @Override
  public int indexOf(String id) {
    long position = Ulid.low(id);
    return position >= 0 && position < count && idAt((int) position).equals(id)
        ? (int) position
        : -1;
  }

  @Override
  public String idAt(int position) {
    return Ulid.of("event", millisAt(position), SALT, position);
  }

  @Override
  public String nameAt(int position) {
    return patternAt(position).event();
  }

  @Override
  public boolean isOf(int position, String organizationId) {
    return patternAt(position).organizationId().filter(organizationId::equals).isPresent();
  }

  @Override
  public byte[] jsonAt(int position) {
    return templates
        .get(position % templates.size())
        .json(idAt(position), Instant.ofEpochMilli(millisAt(position)));
  }

  @Override
  public int firstNotBefore(Instant time) {
    int low = 0;
    int high = count;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (Instant.ofEpochMilli(millisAt(middle)).isBefore(time)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private DemoEvent patternAt(int position) {
    return patterns.get(position % patterns.size());
  }

  private long millisAt(int position) {
    return startMillis + position * windowMillis / count;
  }

  private final class View extends AbstractList<DemoEvent> implements RandomAccess {
    @Override
    public DemoEvent get(int position) {
      return patternAt(position).at(idAt(position), Instant.ofEpochMilli(millisAt(position)));
    }

    @Override
    public int size() {
      return count;
    }
  }
}
