package io.workosjdbc.bench;

import io.workosjdbc.cache.event.EventAnswer;
import io.workosjdbc.cache.event.EventQuestion;
import io.workosjdbc.cache.event.EventScope;
import io.workosjdbc.cache.event.EventStore;
import io.workosjdbc.cache.event.StoreOptions;
import io.workosjdbc.cache.event.Stored;
import io.workosjdbc.request.Condition;
import io.workosjdbc.request.Operand;
import io.workosjdbc.request.Window;
import io.workosjdbc.resource.Column;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Questions to a store of 1,000,000 events of 90 days, in a heap of 256 MB. */
@State(org.openjdk.jmh.annotations.Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xmx256m", "-XX:+UseSerialGC"})
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class EventStoreBenchmark {

  private static final int EVENTS = 1_000_000;
  private static final int SLICE = 8192;
  private static final Duration DAYS = Duration.ofDays(90);
  private static final Instant END = Instant.parse("2026-03-01T00:00:00Z");

  /** Late enough for everything to be final. */
  private static final Instant NOW = END.plus(Duration.ofDays(2));

  private final SyntheticEvents events =
      new SyntheticEvents(END.minus(DAYS).toEpochMilli(), DAYS.toMillis() / EVENTS);
  private final EventScope scope =
      new EventScope(
          SyntheticEvents.RESOURCE, Map.of("event_type", Set.copyOf(SyntheticEvents.NAMES)));
  private Path folder = Path.of("");
  private EventStore store = EventStore.inMemory(options());

  private static StoreOptions options() {
    var clock = Clock.fixed(NOW, ZoneOffset.UTC);
    return new StoreOptions("bench", clock, 1L << 30, DAYS.multipliedBy(2), DAYS.multipliedBy(2));
  }

  /** Publishes all events slice by slice. */
  @Setup
  public void fill() throws IOException {
    folder = Files.createTempDirectory("events");
    store = EventStore.onDisk(folder, options());
    for (int first = 0; first < EVENTS; first += SLICE) {
      store.publish(answer(first));
    }
    store.tidy();
  }

  private EventAnswer answer(int first) {
    int end = Math.min(EVENTS, first + SLICE);
    var rows = LongStream.range(first, end).mapToObj(events::row).toList();
    return new EventAnswer(scope, window(first, end), SyntheticEvents.COLUMNS, rows, NOW);
  }

  private Window window(int first, int end) {
    return new Window(
        Instant.ofEpochMilli(events.time(first)), Instant.ofEpochMilli(events.time(end)));
  }

  @TearDown
  public void delete() throws IOException {
    deleteAll(folder);
  }

  private static void deleteAll(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
  }

  private EventQuestion question(Window window, List<Column> columns, Condition condition) {
    return EventQuestion.of(scope, window, columns).withCondition(condition);
  }

  private static List<Column> columns(String... names) {
    return Stream.of(names).map(SyntheticEvents.RESOURCE::required).toList();
  }

  private long read(EventQuestion question, Blackhole sink) {
    long rows = 0;
    for (var stretches = store.read(question); stretches.hasNext(); ) {
      if (stretches.next() instanceof Stored stored) {
        for (var each = stored.rows(); each.hasNext(); rows++) {
          sink.consume(each.next());
        }
      }
    }
    return rows;
  }

  /** How much the events take. */
  @State(org.openjdk.jmh.annotations.Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class Disk {
    public double megabytes;
  }

  /** 1,000,000 rows of 14 columns. */
  @Benchmark
  public long scan(Disk disk, Blackhole sink) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      disk.megabytes =
          files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum() / 1e6;
    }
    return read(question(window(0, EVENTS), SyntheticEvents.COLUMNS, Condition.anything()), sink);
  }

  /** What GROUP BY event_type needs over half of the events: one column. */
  @Benchmark
  public long rowsOfHalf(Blackhole sink) {
    var half = window(EVENTS / 2, EVENTS);
    return read(question(half, columns("event_type"), Condition.anything()), sink);
  }

  /** All columns of the events of some 11 users. */
  @Benchmark
  public long like(Blackhole sink) {
    var like = new Condition.Like("email", new Operand.Value("%n7777%"), "", true);
    return read(question(window(0, EVENTS), SyntheticEvents.COLUMNS, like), sink);
  }

  /** All columns of an hour. */
  @Benchmark
  public long hour(Blackhole sink) {
    int first = EVENTS / 3;
    var hour = window(first, first + EVENTS / (90 * 24));
    return read(question(hour, SyntheticEvents.COLUMNS, Condition.anything()), sink);
  }

  /** Coverage of everything, as EXPLAIN asks for it. */
  @Benchmark
  public boolean coverage() {
    var whole = question(window(0, EVENTS), SyntheticEvents.COLUMNS, Condition.anything());
    return store.coverage(whole).isComplete();
  }

  /** 8,192 rows into a file, and the file is thrown away. */
  @Benchmark
  public long publish(Publishing publishing) {
    long rows = publishing.store.publish(publishing.answer).rows();
    publishing.store.purge();
    return rows;
  }

  /** A store of its own. */
  @State(org.openjdk.jmh.annotations.Scope.Benchmark)
  public static class Publishing {
    private EventStore store = EventStore.inMemory(options());
    private final EventAnswer answer = new EventStoreBenchmark().answer(0);
    private Path folder = Path.of("");

    @Setup
    public void create() throws IOException {
      folder = Files.createTempDirectory("events");
      store = EventStore.onDisk(folder, options());
    }

    @TearDown
    public void delete() throws IOException {
      deleteAll(folder);
    }
  }
}
