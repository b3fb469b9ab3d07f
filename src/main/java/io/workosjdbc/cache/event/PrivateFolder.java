package io.workosjdbc.cache.event;

import com.google.common.hash.Hashing;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Small files of an environment beside its events, which only their owner may read. Several
 * processes may use the folder at once: a file is there whole or not at all. Nothing here fails:
 * what cannot be read is not there, and what cannot be written is not kept.
 */
public final class PrivateFolder {

  private static final Logger LOG = LoggerFactory.getLogger(PrivateFolder.class);
  private static final int CHECKSUM_BYTES = 4;

  private final Path folder;
  private final long maxBytes;

  /**
   * @param maxBytes how much all files may take; the oldest go first
   */
  PrivateFolder(Path folder, long maxBytes) {
    this.folder = folder;
    this.maxBytes = maxBytes;
  }

  /** What a file holds; empty when it is not there or damaged. */
  public Optional<byte[]> read(String name) {
    try {
      byte[] bytes = Files.readAllBytes(folder.resolve(name));
      int length = bytes.length - CHECKSUM_BYTES;
      if (length < 0) {
        return Optional.empty();
      }
      byte[] content = Arrays.copyOf(bytes, length);
      return Arrays.equals(bytes, length, bytes.length, checksum(content), 0, CHECKSUM_BYTES)
          ? Optional.of(content)
          : Optional.empty();
    } catch (IOException e) {
      LOG.trace("Cannot read {}", name, e);
      return Optional.empty();
    }
  }

  /** Makes a file, or replaces it. One that would take more than a quarter of all is not kept. */
  public void write(String name, byte[] content) {
    if (content.length > maxBytes / 4) {
      return;
    }
    try {
      Permissions.createFolder(folder);
      var temporary = Permissions.createTemporary(folder);
      try {
        byte[] bytes = Arrays.copyOf(content, content.length + CHECKSUM_BYTES);
        System.arraycopy(checksum(content), 0, bytes, content.length, CHECKSUM_BYTES);
        FileWriting.durably(temporary, bytes);
        Files.move(temporary, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(temporary);
      }
      shrink();
    } catch (IOException e) {
      LOG.debug("Cannot write {}", name, e);
    }
  }

  /** Deletes a file, as well as can be. */
  public void delete(String name) {
    try {
      Files.deleteIfExists(folder.resolve(name));
    } catch (IOException e) {
      LOG.debug("Cannot delete {}", name, e);
    }
  }

  /** The names of all files; none when there is no such folder. */
  public List<String> names() {
    return files().stream().map(file -> file.getFileName().toString()).toList();
  }

  private List<Path> files() {
    var files = new ArrayList<Path>();
    try (var stream = Files.newDirectoryStream(folder)) {
      stream.forEach(files::add);
    } catch (IOException | DirectoryIteratorException e) {
      LOG.trace("Cannot list {}", folder, e);
    }
    return files;
  }

  private void shrink() {
    long left = maxBytes;
    var newestFirst = Comparator.comparingLong((Path file) -> file.toFile().lastModified());
    for (var file : files().stream().sorted(newestFirst.reversed()).toList()) {
      left -= file.toFile().length();
      if (left < 0) {
        delete(file.getFileName().toString());
      }
    }
  }

  private static byte[] checksum(byte[] content) {
    return Hashing.crc32c().hashBytes(content).asBytes();
  }
}
