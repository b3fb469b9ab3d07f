package io.workosjdbc.cache.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateFolderTest {

  @TempDir private Path root;

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private PrivateFolder folder(long maxBytes) {
    return new PrivateFolder(root.resolve("environment").resolve("lists"), maxBytes);
  }

  @Test
  void whatIsWrittenCanBeReadReplacedAndDeleted() {
    var folder = folder(1000);
    assertThat(folder.read("one")).isEmpty();
    assertThat(folder.names()).isEmpty();
    folder.write("one", bytes("first"));
    folder.write("one", bytes("second"));
    folder.write("two", bytes(""));
    assertThat(folder.read("one")).hasValue(bytes("second"));
    assertThat(folder.read("two")).hasValue(bytes(""));
    assertThat(folder.names()).containsExactlyInAnyOrder("one", "two");
    folder.delete("one");
    folder.delete("one");
    assertThat(folder.names()).containsExactly("two");
  }

  @Test
  void aDamagedFileIsNotThere() throws IOException {
    var folder = folder(1000);
    folder.write("one", bytes("content"));
    var file = root.resolve("environment/lists/one");
    var content = Files.readAllBytes(file);
    content[2]++;
    Files.write(file, content);
    assertThat(folder.read("one")).isEmpty();
    Files.write(file, new byte[] {1});
    assertThat(folder.read("one")).isEmpty();
  }

  @Test
  void theOldestGoFirst() throws IOException {
    var folder = folder(100);
    for (int file = 0; file < 5; file++) {
      folder.write("file" + file, new byte[20]);
      var time = FileTime.from(Instant.parse("2026-01-01T00:00:00Z").plusSeconds(file));
      Files.setLastModifiedTime(root.resolve("environment/lists/file" + file), time);
    }
    assertThat(folder.names()).containsExactlyInAnyOrder("file1", "file2", "file3", "file4");
    folder.write("large", new byte[26]);
    assertThat(folder.names()).doesNotContain("large");
  }

  @Test
  void onlyTheOwnerMayReadIt() throws IOException {
    folder(1000).write("one", bytes("content"));
    var file = root.resolve("environment/lists/one");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
        .isEqualTo("rwx------");
  }

  @Test
  void whatCannotBeWrittenIsNotKept() throws IOException {
    Files.writeString(root.resolve("environment"), "in the way");
    var folder = folder(1000);
    folder.write("one", bytes("content"));
    assertThat(folder.read("one")).isEmpty();
  }
}
