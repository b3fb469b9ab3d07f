package io.workosjdbc.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Refuses the fifth request of a second for the people or groups of one directory (fact sheet
 * section 3, which says it of people). A request for one group counts as its directory's.
 * Thread-safe.
 */
final class DirectoryRate {
  private static final int MOST = 4;
  private static final Duration WINDOW = Duration.ofSeconds(1);

  private final Clock clock;
  private final Map<String, Deque<Instant>> latest = new HashMap<>();
  private int refused;

  DirectoryRate(Clock clock) {
    this.clock = clock;
  }

  /** Whether the request may be answered now. */
  synchronized boolean admits(Request request, DemoData data) {
    return directory(request, data).map(this::admits).orElse(true);
  }

  private boolean admits(String directory) {
    Instant now = clock.instant();
    Deque<Instant> times = latest.computeIfAbsent(directory, unused -> new ArrayDeque<>());
    while (!times.isEmpty() && !times.getFirst().plus(WINDOW).isAfter(now)) {
      times.removeFirst();
    }
    if (times.size() >= MOST) {
      refused++;
      return false;
    }
    times.addLast(now);
    return true;
  }

  /** How many requests were refused so far. */
  synchronized int refused() {
    return refused;
  }

  private static Optional<String> directory(Request request, DemoData data) {
    if (!request.path().equals("/directory_users") && !request.path().equals("/directory_groups")) {
      return Optional.empty();
    }
    return request
        .value("directory")
        .or(
            () ->
                request
                    .value("group")
                    .flatMap(
                        group ->
                            data.things("/directory_groups").stream()
                                .filter(thing -> thing.id().equals(group))
                                .map(thing -> String.valueOf(thing.json().get("directory_id")))
                                .findFirst()));
  }
}
