package io.workosjdbc.cache.event;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where files are: on disk or in memory. Thread-safe. */
interface Storage {

  /** Where a folder lies on disk, if it does. */
  Optional<Path> path(Folder folder);

  /** The names of all files of a folder; none when there is no such folder. */
  List<String> names(Folder folder) throws IOException;

  /**
   * Opens a file for reading.
   *
   * @throws java.nio.file.NoSuchFileException when the file is gone
   */
  SegmentSource open(Folder folder, String name) throws IOException;

  /** Makes a file, which others see whole or not at all. */
  void write(Folder folder, String name, byte[] content) throws IOException;

  /** Notes that a file was used now, as well as can be. */
  void touch(Folder folder, String name);

  /** Deletes a file, as well as can be. */
  void delete(Folder folder, String name);

  /** Everything there is, of all environments. */
  List<StoredFile> files() throws IOException;

  /** Runs a task, unless somebody else is just running one for this folder. */
  void exclusively(Folder folder, Runnable task);
}
