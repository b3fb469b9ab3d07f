package io.workosjdbc.driver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Set;

/** A file with a secret in it, which nobody but its owner may read. */
final class PrivateFile {

  private static final Set<PosixFilePermission> OF_OTHERS =
      Set.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);

  private PrivateFile() {}

  /**
   * Refuses a file that others may read, where the file system tells (Windows does not, in this
   * way).
   *
   * @param what the secret's name
   */
  static void check(JsonFile file, int line, String what) throws SQLException {
    var path = file.path();
    try {
      if (isOpenToOthers(path)) {
        throw file.problem(
            line,
            what
                + " is a secret, and others may read this file: take that right away (chmod 600), or"
                + " name an environment variable instead");
      }
    } catch (IOException e) {
      throw SqlState.BAD_VALUE.error("The rights of " + path + " cannot be read", e);
    }
  }

  /** Whether others than the owner may read a file, where the file system tells. */
  static boolean isOpenToOthers(Path path) throws IOException {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix")
        && !Collections.disjoint(Files.getPosixFilePermissions(path), OF_OTHERS);
  }
}
