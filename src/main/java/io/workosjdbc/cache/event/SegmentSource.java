package io.workosjdbc.cache.event;

import java.io.Closeable;
import java.io.IOException;

/** The bytes of one file, open for reading. One thread. */
interface SegmentSource extends Closeable {

  long size() throws IOException;

  /** Reads exactly so many bytes. */
  byte[] read(long at, int length) throws IOException;

  /** A file that is in memory already. */
  static SegmentSource of(byte[] content) {
    return new SegmentSource() {
      @Override
      public long size() {
        return content.length;
      }

      @Override
      public byte[] read(long at, int length) throws IOException {
        if (at < 0 || length < 0 || at + length > content.length) {
          throw new DamagedSegment("nothing at " + at);
        }
        return java.util.Arrays.copyOfRange(content, (int) at, (int) at + length);
      }

      @Override
      public void close() {}
    };
  }
}
