package io.workosjdbc.cache.event;

import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/** A file on disk. Unlike a channel, it does not mind that its thread is interrupted. */
final class DiskFile implements SegmentSource {

  /** Files up to this size are read at once. */
  private static final int SMALL_BYTES = 64 * 1024;

  private final RandomAccessFile file;

  private DiskFile(RandomAccessFile file) {
    this.file = file;
  }

  static SegmentSource open(Path path) throws IOException {
    var file = new DiskFile(new RandomAccessFile(path.toFile(), "r"));
    if (file.size() > SMALL_BYTES) {
      return file;
    }
    try (file) {
      return SegmentSource.of(file.read(0, (int) file.size()));
    }
  }

  @Override
  public long size() throws IOException {
    return file.length();
  }

  @Override
  public byte[] read(long at, int length) throws IOException {
    if (at < 0 || length < 0 || at + length > size()) {
      throw new DamagedSegment("nothing at " + at);
    }
    var bytes = new byte[length];
    try {
      file.seek(at);
      file.readFully(bytes);
    } catch (EOFException e) {
      throw new DamagedSegment("it ends early", e);
    }
    return bytes;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
