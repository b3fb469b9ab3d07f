package io.workosjdbc.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** What connections may leave behind when they are closed: nothing. */
final class Leftovers {
  /** Jars that are opened when a class of theirs is needed first. */
  private static final int SLACK = 8;

  private static final long LONGEST_MILLIS = 20_000;

  private Leftovers() {}

  /** Files and sockets of this process; 0 where the system does not tell. */
  static long openFiles() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
        ? unix.getOpenFileDescriptorCount()
        : 0;
  }

  /** No thread of the driver is left, and no more files than before. */
  static void areNone(long openFilesBefore) {
    for (var thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().startsWith("workos-jdbc-fetch")) {
        awaitEnd(thread);
      }
    }
    assertThat(openFiles()).isLessThanOrEqualTo(openFilesBefore + SLACK);
  }

  private static void awaitEnd(Thread thread) {
    try {
      thread.join(LONGEST_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    assertThat(thread.isAlive()).as(thread.getName()).isFalse();
  }
}
