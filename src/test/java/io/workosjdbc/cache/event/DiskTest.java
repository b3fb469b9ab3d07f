package io.workosjdbc.cache.event;

import static io.workosjdbc.cache.event.StoreTester.question;
import static io.workosjdbc.cache.event.StoreTester.window;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.workosjdbc.request.Window;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the disk may do to a store. */
class DiskTest {

  private static final Window DAY = window("2026-02-02T00:00:00Z", "2026-02-03T00:00:00Z");

  @TempDir private Path folder;
  private final SettableClock clock = new SettableClock(Instant.parse("2026-03-01T00:00:00Z"));
  private final Events events = new Events(Duration.ofMinutes(3));

  private StoreTester open(Path path, FileWriting writing) {
    return new StoreTester(
        EventStore.onDisk(path, StoreTester.options(clock), writing), events, clock);
  }

  private StoreTester open(Path path) {
    return open(path, FileWriting::durably);
  }

  private Stream<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.toList().stream();
    }
  }

  @Test
  void onlyTheOwnerMayLookInside() throws IOException {
    assumeThat(folder.getFileSystem().supportedFileAttributeViews()).contains("posix");
    var root = folder.resolve("a/b");
    var tester = open(root);
    tester.publish(DAY);
    tester.store.tidy();
    for (var path : files().filter(path -> !path.equals(folder)).toList()) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
          .isEqualTo(Files.isDirectory(path) ? "rwx------" : "rw-------");
    }
  }

  @Test
  void anOpenFolderIsClosedToOthers() throws IOException {
    assumeThat(folder.getFileSystem().supportedFileAttributeViews()).contains("posix");
    var open = Files.createDirectory(folder.resolve("v1"));
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
    open(folder);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(open)))
        .isEqualTo("rwx------");
  }

  @Test
  void whereNoFolderCanBeMadeTheStoreIsInMemory() throws IOException {
    var file = Files.writeString(folder.resolve("file"), "hello");
    var tester = open(file.resolve("cache"));
    assertThat(tester.store.problem().orElseThrow())
        .startsWith("Events are kept in memory only, because no files can be made in " + file);
    tester.publish(DAY);
    assertThat(tester.readTruly(question(DAY))).isEmpty();
  }

  @Test
  void aReadOnlyFolderMakesItAStoreInMemory() throws IOException {
    var versioned = Files.createDirectory(folder.resolve("v1"));
    assumeThat(versioned.toFile().setWritable(false)).isTrue();
    assumeThat(Files.isWritable(versioned)).as("the user may write everywhere").isFalse();
    var tester = open(folder);
    assertThat(tester.store.problem()).isPresent();
    tester.publish(DAY);
    assertThat(tester.readTruly(question(DAY))).isEmpty();
    assertThat(versioned.toFile().setWritable(true)).isTrue();
  }

  @Test
  void aDiskThatCannotBeWrittenMakesItAStoreInMemory() {
    var tester =
        open(
            folder,
            (file, content) -> {
              throw new IOException("Read-only file system");
            });
    assertThat(tester.store.problem().orElseThrow()).contains("Read-only file system");
    tester.publish(DAY);
    assertThat(tester.readTruly(question(DAY))).isEmpty();
    assertThat(folder.resolve("v1")).isEmptyDirectory();
  }

  @Test
  void aFullDiskKeepsNothingAndDoesNoHarm() throws IOException {
    var isFull = new AtomicBoolean();
    FileWriting disk =
        (file, content) -> {
          if (isFull.get()) {
            FileWriting.durably(file, java.util.Arrays.copyOf(content, content.length / 2));
            throw new IOException("No space left on device");
          }
          FileWriting.durably(file, content);
        };
    var tester = open(folder, disk);
    isFull.set(true);
    assertThat(tester.publish(DAY)).isEqualTo(Published.NOTHING);
    assertThat(tester.readTruly(question(DAY))).containsExactly(DAY);
    assertThat(tester.store.problem().orElseThrow()).contains("No space left on device");
    assertThat(files().filter(Files::isRegularFile))
        .allSatisfy(file -> assertThat(file).hasFileName("lock"));

    isFull.set(false);
    tester.publish(DAY);
    assertThat(tester.readTruly(question(DAY))).isEmpty();
    assertThat(tester.store.problem()).isEmpty();
  }

  @Test
  void whatAnEndedProcessLeftBehindIsRemoved() throws IOException {
    var tester = open(folder);
    tester.publish(DAY);
    var table = folder.resolve("v1/test/workos_auth_event");
    var old = Files.writeString(table.resolve("1.tmp"), "half a segment");
    var young = Files.writeString(table.resolve("2.tmp"), "half a segment");
    Files.setLastModifiedTime(old, FileTime.from(clock.instant().minus(Duration.ofHours(2))));
    Files.setLastModifiedTime(young, FileTime.from(clock.instant()));
    tester.store.tidy();
    assertThat(old).doesNotExist();
    assertThat(young).exists();
    assertThat(tester.readTruly(question(DAY))).isEmpty();
  }

  @Test
  void anInterruptedThreadReadsAndWritesAllTheSame() {
    var tester = open(folder);
    Thread.currentThread().interrupt();
    tester.publish(DAY);
    assertThat(tester.readTruly(question(DAY))).isEmpty();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(tester.store.problem()).isEmpty();
  }
}
