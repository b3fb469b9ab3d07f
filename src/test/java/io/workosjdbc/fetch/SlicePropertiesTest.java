package io.workosjdbc.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.workosjdbc.request.Direction;
import io.workosjdbc.request.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/**
 * However slices are read and cut, each instant belongs to exactly one of them. Each of 250 lists
 * is read in one way; {@code -Dslices.ways=4} reads it in more.
 */
class SlicePropertiesTest {

  private static final int PAGE = 7;
  private static final int MOST_SLICES = 60;
  private static final int WAYS = Integer.getInteger("slices.ways", 1);

  /** A slice, and the service's cursor for it: bounds as they were when the cursor began. */
  private static final class Reader {
    private final Slice slice;
    private List<Long> left = List.of();
    private boolean isOver;
    private final List<Long> rows = new ArrayList<>();

    Reader(Slice slice) {
      this.slice = slice;
    }
  }

  /** What is in a list, and how it is read. */
  private record Way(
      List<Long> times, boolean rangeIsIgnored, Direction wanted, Random random, Window whole) {}

  @Property(tries = 250)
  void everyObjectIsReadOnceWhateverIsCut(
      @ForAll @Size(max = 120) List<@IntRange(min = 0, max = 400) Integer> instants,
      @ForAll boolean comesRising,
      @ForAll boolean rangeIsIgnored,
      @ForAll Direction wanted,
      @ForAll Random random) {
    var times = new ArrayList<Long>();
    instants.forEach(each -> times.add((long) each));
    times.sort(comesRising ? Long::compare : Collections.reverseOrder());
    var whole = new Window(Instant.ofEpochMilli(50), Instant.ofEpochMilli(350));
    for (int each = 0; each < WAYS; each++) {
      readOnce(new Way(times, rangeIsIgnored, wanted, random, whole));
    }
  }

  /** Up to thirty objects a minute, some of which arrive after younger ones. */
  @Property(tries = 250)
  void nothingIsLostThatArrivesMinutesLate(
      @ForAll @Size(min = 20, max = 120) List<@IntRange(min = 0, max = 299_999) Integer> delays,
      @ForAll @IntRange(min = 2_000, max = 60_000) int distance,
      @ForAll boolean comesRising,
      @ForAll boolean rangeIsIgnored,
      @ForAll Direction wanted,
      @ForAll Random random) {
    var arrivals = new TreeMap<Long, Long>();
    for (int each = 0; each < delays.size(); each++) {
      long time = (long) each * distance;
      boolean isLate = random.nextInt(10) == 0;
      arrivals.put(1000 * (time + (isLate ? delays.get(each) : 0)) + each, time);
    }
    var times = new ArrayList<>(arrivals.values());
    if (!comesRising) {
      Collections.reverse(times);
    }
    var whole =
        new Window(Instant.ofEpochMilli(5L * distance), Instant.ofEpochMilli(80L * distance));
    for (int each = 0; each < WAYS; each++) {
      readOnce(new Way(times, rangeIsIgnored, wanted, random, whole));
    }
  }

  private static void readOnce(Way way) {
    var readers = new ArrayList<Reader>();
    readers.add(new Reader(Slice.of(way.whole)));
    while (readers.stream().anyMatch(reader -> !reader.isOver)) {
      var reader = readers.get(way.random.nextInt(readers.size()));
      if (readers.size() < MOST_SLICES && way.random.nextInt(3) == 0) {
        place(reader.slice, way.wanted, way.random)
            .ifPresent(at -> readers.add(new Reader(reader.slice.cut(at, way.wanted))));
        assertPartition(readers, way.whole);
      } else if (!reader.isOver) {
        readPage(reader, way, readers);
        assertCompleteBehind(reader, way);
      }
    }
    var read = readers.stream().flatMap(reader -> reader.rows.stream()).sorted().toList();
    assertThat(read)
        .isEqualTo(way.times.stream().filter(each -> inside(way.whole, each)).sorted().toList());
  }

  private static OptionalLong place(Slice slice, Direction wanted, Random random) {
    return switch (random.nextInt(3)) {
      case 0 -> slice.half();
      case 1 -> slice.ahead(random.nextDouble() * 3, PAGE);
      default -> slice.front(random.nextInt((int) slice.width() + 1), wanted);
    };
  }

  /** Between the question and the answer, the slice may be cut. */
  private static void readPage(Reader reader, Way way, List<Reader> readers) {
    var slice = reader.slice;
    var asked = slice.window();
    if (reader.left.isEmpty()) {
      reader.left =
          way.times.stream().filter(each -> way.rangeIsIgnored || inside(asked, each)).toList();
    }
    slice.ask();
    if (readers.size() < MOST_SLICES && way.random.nextBoolean()) {
      slice.half().ifPresent(at -> readers.add(new Reader(slice.cut(at, way.wanted))));
    }
    int count = Math.min(PAGE, reader.left.size());
    var page = reader.left.subList(0, count);
    boolean isBeyond = slice.pass(page.stream().mapToLong(Long::longValue).toArray());
    page.stream().filter(slice::contains).forEach(reader.rows::add);
    reader.left = reader.left.subList(count, reader.left.size());
    reader.isOver = reader.left.isEmpty() || isBeyond;
    assertThat(reader.rows).allMatch(slice::contains);
  }

  private static void assertCompleteBehind(Reader reader, Way way) {
    reader
        .slice
        .behind()
        .ifPresent(
            window ->
                assertThat(way.times.stream().filter(each -> inside(window, each)).sorted())
                    .isEqualTo(
                        reader.rows.stream()
                            .filter(each -> inside(window, each))
                            .sorted()
                            .toList()));
  }

  private static boolean inside(Window window, long time) {
    return window.contains(Instant.ofEpochMilli(time));
  }

  private static void assertPartition(List<Reader> readers, Window whole) {
    var windows =
        readers.stream()
            .map(reader -> reader.slice.window())
            .sorted((one, other) -> one.from().compareTo(other.from()))
            .toList();
    assertThat(windows.get(0).from()).isEqualTo(whole.from());
    for (int each = 1; each < windows.size(); each++) {
      assertThat(windows.get(each).from()).isEqualTo(windows.get(each - 1).to());
    }
    assertThat(windows.get(windows.size() - 1).to()).isEqualTo(whole.to());
  }
}
