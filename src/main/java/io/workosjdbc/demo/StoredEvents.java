package io.workosjdbc.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Events kept as records. */
record StoredEvents(List<LoggedEvent> all, List<DemoEvent> events, Map<String, Integer> positions)
    implements EventLog {

  /** Sorts the events by time, then by id. */
  static StoredEvents of(List<? extends LoggedEvent> unsorted) {
    List<LoggedEvent> all = new ArrayList<>(unsorted);
    all.sort(Comparator.comparing(LoggedEvent::createdAt).thenComparing(LoggedEvent::id));
    Map<String, Integer> positions = new HashMap<>(all.size() * 2);
    for (int i = 0; i < all.size(); i++) {
      positions.put(all.get(i).id(), i);
    }
    var events =
        all.stream().filter(DemoEvent.class::isInstance).map(DemoEvent.class::cast).toList();
    return new StoredEvents(List.copyOf(all), events, Map.copyOf(positions));
  }

  @Override
  public LoggedEvent eventAt(int position) {
    return all.get(position);
  }

  @Override
  public int size() {
    return all.size();
  }

  @Override
  public int indexOf(String id) {
    return positions.getOrDefault(id, -1);
  }

  @Override
  public String idAt(int position) {
    return all.get(position).id();
  }

  @Override
  public String nameAt(int position) {
    return all.get(position).event();
  }

  @Override
  public boolean isOf(int position, String organizationId) {
    return all.get(position).organizationId().equals(Optional.of(organizationId));
  }

  @Override
  public byte[] jsonAt(int position) {
    return Json.bytes(all.get(position).json());
  }

  @Override
  public int firstNotBefore(Instant time) {
    int low = 0;
    int high = all.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (all.get(middle).createdAt().isBefore(time)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
