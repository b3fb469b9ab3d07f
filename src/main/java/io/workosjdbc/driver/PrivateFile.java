package io.workosjdbc.driver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Set;

/**
 * A file that only its owner may read, because it holds a secret, or change, because it says what
 * is connected to. Checked where the file system tells (Windows does not, in this way).
 */
final class PrivateFile {

  private static final Set<PosixFilePermission> READ =
      Set.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);

  /** A group may: many systems give each user one of his own, and let it write. */
  private static final Set<PosixFilePermission> CHANGE = Set.of(PosixFilePermission.OTHERS_WRITE);

  private PrivateFile() {}

  /**
   * Refuses a file that others may read.
   *
   * @param what the secret's name
   */
  static void checkUnread(JsonFile file, int line, String what) throws SQLException {
    if (isOpen(file.path(), READ)) {
      throw file.problem(
          line,
          what
              + " is a secret, and others may read this file: take that right away (chmod 600), or"
              + " name an environment variable instead");
    }
  }

  /** Refuses a file that others may change. */
  static void checkUnchanged(JsonFile file) throws SQLException {
    if (isOpen(file.path(), CHANGE)) {
      throw file.problem(
          1, "others may change this file, which says what to connect to (chmod o-w)");
    }
  }

  private static boolean isOpen(Path path, Set<PosixFilePermission> rights) throws SQLException {
    try {
      return grants(path, rights);
    } catch (IOException e) {
      throw SqlState.BAD_VALUE.error("The rights of " + path + " cannot be read", e);
    }
  }

  /** Whether others than the owner may read a file. */
  static boolean isOpenToOthers(Path path) throws IOException {
    return grants(path, READ);
  }

  private static boolean grants(Path path, Set<PosixFilePermission> rights) throws IOException {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix")
        && !Collections.disjoint(Files.getPosixFilePermissions(path), rights);
  }
}
