package io.workosjdbc.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Everything the environment holds; each list oldest first. Immutable: a change makes another one.
 */
public final class DemoData {
  private static final Comparator<DemoObject> BY_AGE =
      Comparator.comparing(DemoObject::createdAt).thenComparing(DemoObject::id);

  private final List<DemoObject> entities;
  private final EventLog eventLog;

  private DemoData(List<DemoObject> entities, EventLog eventLog) {
    this.entities = entities.stream().sorted(BY_AGE).toList();
    this.eventLog = eventLog;
  }

  static DemoData of(List<DemoObject> entities, EventLog eventLog) {
    return new DemoData(entities, eventLog);
  }

  /** An environment with exactly these objects. */
  public static DemoData of(List<? extends DemoObject> objects) {
    List<DemoObject> entities = new ArrayList<>(objects);
    entities.removeIf(DemoEvent.class::isInstance);
    return new DemoData(entities, StoredEvents.of(only(objects, DemoEvent.class)));
  }

  public List<DemoOrganization> organizations() {
    return only(entities, DemoOrganization.class);
  }

  public List<DemoConnection> connections() {
    return only(entities, DemoConnection.class);
  }

  public List<DemoDirectory> directories() {
    return only(entities, DemoDirectory.class);
  }

  /**
   * All events, also those that have left the retention; a mass of events is made while it is read.
   */
  public List<DemoEvent> events() {
    return eventLog.events();
  }

  /** The object of that id. */
  public Optional<DemoObject> find(String id) {
    int position = eventLog.indexOf(id);
    return position >= 0
        ? Optional.of(eventLog.events().get(position))
        : entities.stream().filter(object -> object.id().equals(id)).findFirst();
  }

  /** The same with one object more, or with the object of that id replaced. */
  public DemoData with(DemoObject object) {
    DemoData others = without(object.id());
    if (object instanceof DemoEvent event) {
      List<DemoEvent> events = new ArrayList<>(others.events());
      events.add(event);
      return new DemoData(others.entities, StoredEvents.of(events));
    }
    List<DemoObject> more = new ArrayList<>(others.entities);
    more.add(object);
    return new DemoData(more, others.eventLog);
  }

  /** The same without the object of that id. */
  public DemoData without(String id) {
    if (eventLog.indexOf(id) >= 0) {
      var events = events().stream().filter(event -> !event.id().equals(id)).toList();
      return new DemoData(entities, StoredEvents.of(events));
    }
    return new DemoData(
        entities.stream().filter(object -> !object.id().equals(id)).toList(), eventLog);
  }

  EventLog eventLog() {
    return eventLog;
  }

  private static <T> List<T> only(List<? extends DemoObject> objects, Class<T> type) {
    return objects.stream().filter(type::isInstance).map(type::cast).toList();
  }
}
