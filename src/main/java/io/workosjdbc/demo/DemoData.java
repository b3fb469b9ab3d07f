package io.workosjdbc.demo;

import com.google.common.base.Suppliers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Everything the environment holds; each list oldest first. Immutable: a change makes another one.
 */
public final class DemoData {
  private static final Comparator<DemoObject> BY_AGE =
      Comparator.comparing(DemoObject::createdAt).thenComparing(DemoObject::id);

  private final List<DemoObject> entities;
  private final Supplier<Map<String, List<DemoThing>>> things;
  private final Supplier<EventLog> eventLog;

  private DemoData(
      List<DemoObject> entities, Supplier<List<DemoThing>> things, Supplier<EventLog> eventLog) {
    this.entities = entities.stream().sorted(BY_AGE).toList();
    this.things = Suppliers.memoize(() -> byList(things.get()));
    this.eventLog = eventLog;
  }

  /** The things and the log are made when they are first asked for. */
  static DemoData of(
      List<DemoObject> entities, Supplier<List<DemoThing>> things, Supplier<EventLog> eventLog) {
    return new DemoData(entities, things, Suppliers.memoize(eventLog::get));
  }

  /** An environment with exactly these objects. */
  public static DemoData of(List<? extends DemoObject> objects) {
    var events = StoredEvents.of(only(objects, LoggedEvent.class));
    List<DemoObject> entities = new ArrayList<>(objects);
    entities.removeIf(each -> each instanceof LoggedEvent || each instanceof DemoThing);
    return new DemoData(entities, () -> only(objects, DemoThing.class), () -> events);
  }

  private static Map<String, List<DemoThing>> byList(List<DemoThing> things) {
    return things.stream().sorted(BY_AGE).collect(Collectors.groupingBy(DemoThing::list));
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

  /** The objects of any other list, by its path with its keys in braces. */
  public List<DemoThing> things(String list) {
    return things.get().getOrDefault(list, List.of());
  }

  /**
   * All authentication events, also those that have left the retention; a mass of events is made
   * while it is read.
   */
  public List<DemoEvent> events() {
    return eventLog().events();
  }

  /** All events, whatever they are about; not for a mass of events. */
  public List<LoggedEvent> allEvents() {
    return IntStream.range(0, eventLog().size()).mapToObj(eventLog()::eventAt).toList();
  }

  /** The object of that id. */
  public Optional<DemoObject> find(String id) {
    int position = eventLog().indexOf(id);
    return position >= 0
        ? Optional.of(eventLog().eventAt(position))
        : objects().stream().filter(object -> object.id().equals(id)).findFirst();
  }

  /** The same with one object more, or with the object of that id replaced. */
  public DemoData with(DemoObject object) {
    DemoData others = without(object.id());
    if (object instanceof LoggedEvent event) {
      List<LoggedEvent> events = new ArrayList<>(others.allEvents());
      events.add(event);
      return others.withEvents(events);
    }
    List<DemoObject> more = new ArrayList<>(others.objects());
    more.add(object);
    return others.withObjects(more);
  }

  /** The same without the object of that id. */
  public DemoData without(String id) {
    if (eventLog().indexOf(id) >= 0) {
      return withEvents(allEvents().stream().filter(event -> !event.id().equals(id)).toList());
    }
    return withoutObjects(Set.of(id));
  }

  /** The same without the objects, which are no events, of those ids. */
  public DemoData withoutObjects(Set<String> ids) {
    return withObjects(objects().stream().filter(object -> !ids.contains(object.id())).toList());
  }

  private List<DemoObject> objects() {
    List<DemoObject> objects = new ArrayList<>(entities);
    things.get().values().forEach(objects::addAll);
    return objects;
  }

  private DemoData withObjects(List<DemoObject> objects) {
    var left = objects.stream().filter(each -> !(each instanceof DemoThing)).toList();
    return new DemoData(left, () -> only(objects, DemoThing.class), eventLog);
  }

  private DemoData withEvents(List<LoggedEvent> events) {
    var log = StoredEvents.of(events);
    return new DemoData(
        entities, () -> things.get().values().stream().flatMap(List::stream).toList(), () -> log);
  }

  EventLog eventLog() {
    return eventLog.get();
  }

  private static <T> List<T> only(List<? extends DemoObject> objects, Class<T> type) {
    return objects.stream().filter(type::isInstance).map(type::cast).toList();
  }
}
