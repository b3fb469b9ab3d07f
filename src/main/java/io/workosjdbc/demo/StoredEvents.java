package io.workosjdbc.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Events kept as records. */
record StoredEvents(List<DemoEvent> events, Map<String, Integer> positions) implements EventLog {

  /** Sorts the events by time, then by id. */
  static StoredEvents of(List<DemoEvent> unsorted) {
    List<DemoEvent> events = new ArrayList<>(unsorted);
    events.sort(Comparator.comparing(DemoEvent::createdAt).thenComparing(DemoEvent::id));
    Map<String, Integer> positions = new HashMap<>(events.size() * 2);
    for (int i = 0; i < events.size(); i++) {
      positions.put(events.get(i).id(), i);
    }
    return new StoredEvents(List.copyOf(events), Map.copyOf(positions));
  }

  @Override
  public int size() {
    return events.size();
  }

  @Override
  public int indexOf(String id) {
    return positions.getOrDefault(id, -1);
  }

  @Override
  public String idAt(int position) {
    return events.get(position).id();
  }

  @Override
  public String nameAt(int position) {
    return events.get(position).event();
  }

  @Override
  public boolean isOf(int position, String organizationId) {
    return events.get(position).organizationId().equals(Optional.of(organizationId));
  }

  @Override
  public byte[] jsonAt(int position) {
    return Json.bytes(events.get(position).json());
  }

  @Override
  public int firstNotBefore(Instant time) {
    int low = 0;
    int high = events.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (events.get(middle).createdAt().isBefore(time)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
