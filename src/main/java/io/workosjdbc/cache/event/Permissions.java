package io.workosjdbc.cache.event;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Keeps folders to their owner. Where the file system knows no such permissions, a folder inherits
 * those of the user's own folder that it lies in.
 */
final class Permissions {

  private static final String OWNER_ONLY = "rwx------";

  private Permissions() {}

  /** Makes a folder, or takes an existing one away from everybody else. */
  static void createFolder(Path folder) throws IOException {
    if (!isPosix(folder)) {
      Files.createDirectories(folder);
      return;
    }
    var ownerOnly = PosixFilePermissions.fromString(OWNER_ONLY);
    Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(ownerOnly));
    var permissions = Files.getPosixFilePermissions(folder);
    if (permissions.retainAll(ownerOnly)) {
      Files.setPosixFilePermissions(folder, permissions);
    }
  }

  /** Makes an empty file with a name that no other has. */
  static Path createTemporary(Path folder) throws IOException {
    return Files.createTempFile(folder, "", DiskStorage.TEMPORARY, ofFile(folder));
  }

  /** What a new file gets. */
  static FileAttribute<?>[] ofFile(Path folder) {
    return isPosix(folder)
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  private static boolean isPosix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
