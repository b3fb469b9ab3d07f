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
    for (int way = 0; way < WAYS; way++) {
      readOnce(times, rangeIsIgnored, wanted, random);
    }
  }

  private static void readOnce(
      List<Long> times, boolean rangeIsIgnored, Direction wanted, Random random) {
    var readers = new ArrayList<Reader>();
    readers.add(
        new Reader(Slice.of(new Window(Instant.ofEpochMilli(50), Instant.ofEpochMilli(350)))));
    while (readers.stream().anyMatch(reader -> !reader.isOver)) {
      var reader = readers.get(random.nextInt(readers.size()));
      if (random.nextInt(3) == 0) {
        place(reader.slice, wanted, random)
            .ifPresent(at -> readers.add(new Reader(reader.slice.cut(at, wanted))));
        assertPartition(readers);
      } else if (!reader.isOver) {
        readPage(reader, times, rangeIsIgnored, random, readers, wanted);
      }
    }
    var read = readers.stream().flatMap(reader -> reader.rows.stream()).sorted().toList();
    assertThat(read)
        .isEqualTo(times.stream().filter(each -> each >= 50 && each < 350).sorted().toList());
  }

  private static OptionalLong place(Slice slice, Direction wanted, Random random) {
    return switch (random.nextInt(3)) {
      case 0 -> slice.half();
      case 1 -> slice.ahead(random.nextDouble() * 3, PAGE);
      default -> slice.front(random.nextInt(300), wanted);
    };
  }

  /** Between the question and the answer, the slice may be cut. */
  private static void readPage(
      Reader reader,
      List<Long> times,
      boolean rangeIsIgnored,
      Random random,
      List<Reader> readers,
      Direction wanted) {
    var slice = reader.slice;
    var asked = slice.window();
    if (reader.left.isEmpty()) {
      reader.left =
          times.stream()
              .filter(each -> rangeIsIgnored || asked.contains(Instant.ofEpochMilli(each)))
              .toList();
    }
    slice.ask();
    if (random.nextBoolean()) {
      slice.half().ifPresent(at -> readers.add(new Reader(slice.cut(at, wanted))));
    }
    int count = Math.min(PAGE, reader.left.size());
    var page = reader.left.subList(0, count);
    boolean isBeyond = slice.pass(page.stream().mapToLong(Long::longValue).toArray());
    page.stream().filter(slice::contains).forEach(reader.rows::add);
    reader.left = reader.left.subList(count, reader.left.size());
    reader.isOver = reader.left.isEmpty() || isBeyond;
    assertThat(reader.rows).allMatch(slice::contains);
    slice
        .behind()
        .ifPresent(
            window ->
                assertThat(times.stream().filter(each -> inside(window, each)).sorted())
                    .isEqualTo(
                        reader.rows.stream()
                            .filter(each -> inside(window, each))
                            .sorted()
                            .toList()));
  }

  private static boolean inside(Window window, long time) {
    return window.contains(Instant.ofEpochMilli(time));
  }

  private static void assertPartition(List<Reader> readers) {
    var windows =
        readers.stream()
            .map(reader -> reader.slice.window())
            .sorted((one, other) -> one.from().compareTo(other.from()))
            .toList();
    assertThat(windows.get(0).from()).isEqualTo(Instant.ofEpochMilli(50));
    for (int each = 1; each < windows.size(); each++) {
      assertThat(windows.get(each).from()).isEqualTo(windows.get(each - 1).to());
    }
    assertThat(windows.get(windows.size() - 1).to()).isEqualTo(Instant.ofEpochMilli(350));
  }
}
