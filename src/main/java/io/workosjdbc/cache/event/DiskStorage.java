package io.workosjdbc.cache.event;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files below a folder that several processes share: {@code v1/<namespace>/<table>/}. A file's time
 * of modification is when it was last used.
 */
final class DiskStorage implements Storage {

  static final String TEMPORARY = ".tmp";

  private static final Logger LOG = LoggerFactory.getLogger(DiskStorage.class);
  private static final String LOCK = "lock";

  private final Path root;
  private final Clock clock;
  private final FileWriting writing;

  private DiskStorage(Path root, Clock clock, FileWriting writing) {
    this.root = root;
    this.clock = clock;
    this.writing = writing;
  }

  /**
   * @throws IOException when files cannot be made there
   */
  static DiskStorage open(Path root, Clock clock, FileWriting writing) throws IOException {
    var versioned = root.resolve("v" + SegmentBuilder.VERSION);
    Permissions.createFolder(versioned);
    var probe = Permissions.createTemporary(versioned);
    try {
      writing.write(probe, new byte[] {0});
    } finally {
      Files.deleteIfExists(probe);
    }
    return new DiskStorage(versioned, clock, writing);
  }

  @Override
  public Optional<Path> path(Folder folder) {
    return Optional.of(inRoot(folder));
  }

  private Path inRoot(Folder folder) {
    return root.resolve(folder.namespace()).resolve(folder.table());
  }

  private Path path(Folder folder, String name) {
    return inRoot(folder).resolve(name);
  }

  @Override
  public List<String> names(Folder folder) throws IOException {
    return entries(inRoot(folder)).stream().map(path -> path.getFileName().toString()).toList();
  }

  private static List<Path> entries(Path folder) throws IOException {
    var entries = new ArrayList<Path>();
    try (var stream = Files.newDirectoryStream(folder)) {
      stream.forEach(entries::add);
    } catch (NoSuchFileException | NotDirectoryException e) {
      return List.of();
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    return entries;
  }

  @Override
  public SegmentSource open(Folder folder, String name) throws IOException {
    var path = path(folder, name);
    try {
      return DiskFile.open(path);
    } catch (IOException e) {
      if (Files.notExists(path)) {
        throw new NoSuchFileException(name);
      }
      if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
        throw new DamagedSegment("no file that we may read", e);
      }
      throw e;
    }
  }

  @Override
  public void write(Folder folder, String name, byte[] content) throws IOException {
    try {
      writeInto(folder, name, content);
    } catch (NoSuchFileException e) {
      // The first file of the folder, or somebody removed it.
      Permissions.createFolder(root);
      Permissions.createFolder(root.resolve(folder.namespace()));
      Permissions.createFolder(inRoot(folder));
      writeInto(folder, name, content);
    }
  }

  private void writeInto(Folder folder, String name, byte[] content) throws IOException {
    var temporary = Permissions.createTemporary(inRoot(folder));
    try {
      writing.write(temporary, content);
      Files.setLastModifiedTime(temporary, FileTime.from(clock.instant()));
      Files.move(temporary, path(folder, name), StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  @Override
  public void touch(Folder folder, String name) {
    try {
      Files.setLastModifiedTime(path(folder, name), FileTime.from(clock.instant()));
    } catch (IOException e) {
      LOG.debug("Cannot note the use of {}", name, e);
    }
  }

  @Override
  public void delete(Folder folder, String name) {
    try {
      Files.deleteIfExists(path(folder, name));
    } catch (IOException e) {
      LOG.debug("Cannot delete {}", name, e);
    }
  }

  @Override
  public List<StoredFile> files() throws IOException {
    var files = new ArrayList<StoredFile>();
    for (var namespace : entries(root)) {
      for (var table : entries(namespace)) {
        addFiles(namespace.getFileName().toString(), table, files);
      }
    }
    return files;
  }

  private static void addFiles(String namespace, Path table, List<StoredFile> files)
      throws IOException {
    var tableName = table.getFileName().toString();
    if (!Folder.isPlain(namespace) || !Folder.isPlain(tableName)) {
      return;
    }
    var folder = new Folder(namespace, tableName);
    for (var file : entries(table)) {
      try {
        var attributes = Files.readAttributes(file, BasicFileAttributes.class);
        if (attributes.isRegularFile()) {
          files.add(file(folder, file, attributes));
        }
      } catch (NoSuchFileException e) {
        LOG.trace("Gone meanwhile: {}", file);
      }
    }
  }

  private static StoredFile file(Folder folder, Path file, BasicFileAttributes attributes) {
    Instant lastUsed = attributes.lastModifiedTime().toInstant();
    return new StoredFile(folder, file.getFileName().toString(), attributes.size(), lastUsed);
  }

  /** Where locks do not work, everybody runs: it is more work than once, and no harm. */
  @Override
  public void exclusively(Folder folder, Runnable task) {
    try (var channel = openLock(folder)) {
      if (isLocked(channel, folder)) {
        task.run();
      }
    } catch (IOException e) {
      LOG.debug("Cannot give back the lock of {}", folder, e);
    }
  }

  private FileChannel openLock(Folder folder) throws IOException {
    var options = Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    return FileChannel.open(path(folder, LOCK), options, Permissions.ofFile(root));
  }

  private static boolean isLocked(FileChannel channel, Folder folder) {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false; // Another store of this process.
    } catch (IOException e) {
      LOG.debug("Cannot lock {}", folder, e);
      return true;
    }
  }
}
