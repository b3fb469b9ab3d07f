package io.workosjdbc.cache.event;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;

/** Fills a file that exists and is empty. Tests put a full disk in its place. */
@FunctionalInterface
interface FileWriting {

  void write(Path file, byte[] content) throws IOException;

  /** Returns when the content is on the disk. */
  static void durably(Path file, byte[] content) throws IOException {
    // Unlike a channel, a stream does not mind that its thread is interrupted.
    try (var stream = new FileOutputStream(file.toFile())) {
      stream.write(content);
      stream.getFD().sync();
    }
  }
}
