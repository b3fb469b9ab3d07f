package io.workosjdbc.cache.event;

import static io.workosjdbc.cache.event.StoreTester.question;
import static io.workosjdbc.cache.event.StoreTester.window;
import static org.assertj.core.api.Assertions.assertThat;

import io.workosjdbc.request.Window;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are not what their name says. */
class DamageTest {

  private static final Window DAY = window("2026-02-02T00:00:00Z", "2026-02-03T00:00:00Z");

  @TempDir private Path folder;
  private final SettableClock clock = new SettableClock(Instant.parse("2026-03-01T00:00:00Z"));
  private final Events events = new Events(Duration.ofMinutes(3));
  private Path file;
  private byte[] content;

  @BeforeEach
  void publish() throws IOException {
    open().publish(DAY);
    file = segments().get(0);
    content = Files.readAllBytes(file);
  }

  private StoreTester open() {
    return new StoreTester(EventStore.onDisk(folder, StoreTester.options(clock)), events, clock);
  }

  private List<Path> segments() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("v1/test/workos_auth_event"))) {
      return files.filter(path -> path.toString().endsWith(".seg")).toList();
    }
  }

  private void assertThatItIsAGap() throws IOException {
    assertThat(open().readTruly(question(DAY))).containsExactly(DAY);
    assertThat(file).doesNotExist();
    var tester = open();
    tester.publish(DAY);
    assertThat(tester.readTruly(question(DAY))).isEmpty();
    Files.delete(segments().get(0));
  }

  @Test
  void aTruncatedFileIsAGap() throws IOException {
    for (int length : new int[] {0, 1, 7, 8, 19, 20, 100, 1000, content.length - 1}) {
      Files.write(file, Arrays.copyOf(content, length));
      assertThatItIsAGap();
    }
  }

  @Test
  void aFileWithSomethingBehindItIsAGap() throws IOException {
    Files.write(file, Arrays.copyOf(content, content.length + 5));
    assertThatItIsAGap();
  }

  @Test
  void noFlippedBitGoesUnnoticed() throws IOException {
    var random = new Random(4);
    for (int round = 0; round < 300; round++) {
      var flipped = content.clone();
      int at = round < 60 ? round : random.nextInt(content.length);
      flipped[at] ^= (byte) (1 << random.nextInt(8));
      Files.write(file, flipped);
      assertThat(open().readTruly(question(DAY))).containsExactly(DAY);
    }
  }

  @Test
  void randomBytesAreAGap() throws IOException {
    var random = new Random(5);
    for (int round = 0; round < 100; round++) {
      var noise = new byte[random.nextInt(3000)];
      random.nextBytes(noise);
      System.arraycopy(content, 0, noise, 0, Math.min(noise.length, random.nextInt(40)));
      Files.write(file, noise);
      assertThat(open().readTruly(question(DAY))).containsExactly(DAY);
    }
  }

  @Test
  void damageToAColumnThatIsNotReadDoesNotMatter() throws IOException {
    var tester = open();
    var meta = meta();
    var damaged = content.clone();
    damaged[(int) meta.chunks().get(0).at() + 2] ^= 1; // connection_id is the first column.
    Files.write(file, damaged);
    assertThat(meta.kind().columns().get(0).name()).isEqualTo("connection_id");
    assertThat(tester.readTruly(EventQuestion.of(Events.ALL, DAY, Events.columns("id", "email"))))
        .isEmpty();
    assertThat(tester.readTruly(question(DAY))).containsExactly(DAY);
  }

  private SegmentMeta meta() throws IOException {
    var name = SegmentName.parse(file.getFileName().toString()).orElseThrow();
    try (var source = SegmentSource.of(content)) {
      return SegmentMeta.read(name, source);
    }
  }

  @Test
  void aFileOfAFutureVersionIsIgnoredAndKept() throws IOException {
    var future = content.clone();
    future[11] = 2;
    Files.write(file, future);
    assertThat(open().readTruly(question(DAY))).containsExactly(DAY);
    assertThat(file).exists();
    var tester = open();
    tester.publish(DAY);
    assertThat(tester.readTruly(question(DAY))).isEmpty();
    tester.store.tidy();
    assertThat(file).exists();
  }

  @Test
  void aRenamedFileIsAGap() throws IOException {
    var name = SegmentName.parse(file.getFileName().toString()).orElseThrow();
    var wider = new Span(name.span().from(), name.span().to() + 1000);
    var other = new SegmentName(wider, name.askedAt(), name.rows(), name.kind(), name.unique());
    file = Files.move(file, file.resolveSibling(other.fileName()));
    assertThatItIsAGap();
  }

  @Test
  void foreignFilesAndFoldersAreLeftAlone() throws IOException {
    var foreign =
        List.of(
            Files.writeString(file.resolveSibling("notes.txt"), "hello"),
            Files.writeString(file.resolveSibling("x.seg"), "hello"),
            Files.writeString(folder.resolve("v1/file"), "hello"),
            Files.writeString(folder.resolve("v1/test/file"), "hello"),
            Files.createDirectories(folder.resolve("v1/not a name/sub")),
            Files.createDirectory(file.resolveSibling("folder")));
    var tester = open();
    assertThat(tester.readTruly(question(DAY))).isEmpty();
    tester.store.tidy();
    assertThat(foreign).allSatisfy(path -> assertThat(path).exists());
  }

  @Test
  void aFolderNamedLikeASegmentIsAGap() throws IOException {
    Files.delete(file);
    Files.createDirectory(file);
    var tester = open();
    assertThat(tester.readTruly(question(DAY))).containsExactly(DAY);
    tester.publish(DAY);
    assertThat(tester.readTruly(question(DAY))).isEmpty();
  }

  @Test
  void aFileThatVanishesIsAGap() throws IOException {
    var tester = open();
    assertThat(tester.store.coverage(question(DAY)).isComplete()).isTrue();
    Files.delete(file);
    assertThat(tester.readTruly(question(DAY))).containsExactly(DAY);
  }

  @Test
  void aFolderThatVanishesIsMadeAgain() throws IOException {
    var tester = open();
    try (Stream<Path> files = Files.walk(folder.resolve("v1"))) {
      files.sorted(java.util.Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
    }
    assertThat(tester.readTruly(question(DAY))).containsExactly(DAY);
    tester.publish(DAY);
    assertThat(tester.readTruly(question(DAY))).isEmpty();
    assertThat(tester.store.problem()).isEmpty();
  }
}
