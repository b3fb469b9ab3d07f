package io.workosjdbc.cache.event;

import java.io.IOException;

/** A segment that another version of this library wrote, which may be whole. */
final class UnknownVersion extends IOException {

  private static final long serialVersionUID = 1;

  UnknownVersion(int version) {
    super("format version " + version);
  }
}
