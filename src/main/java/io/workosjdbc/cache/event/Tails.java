package io.workosjdbc.cache.event;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The latest minutes of some answers, which are too young to be final: segments in memory that
 * serve only those who accept their age. So the questions of one dashboard share one request.
 * Thread-safe.
 */
final class Tails {

  private static final int MOST = 32;

  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  private record Tail(Kind kind, byte[] content) {}

  /** Guarded by this; the eldest first. */
  private final Map<SegmentName, Tail> tails = new LinkedHashMap<>();

  synchronized void keep(Kind kind, SegmentBuilder.Segment segment) {
    tails.put(segment.name(), new Tail(kind, segment.content()));
    if (tails.size() > MOST) {
      tails.remove(tails.keySet().iterator().next());
    }
  }

  /** Those that answer a question and are young enough for it. */
  synchronized List<SegmentName> answering(EventQuestion question, Instant now) {
    if (question.maxAge().isZero()) {
      return List.of();
    }
    return tails.entrySet().stream()
        .filter(tail -> isYounger(tail.getKey(), question.maxAge(), now))
        .filter(tail -> tail.getValue().kind.answers(question.scope(), question.storedColumns()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** An answer of the future is as old as nobody knows: the clock was set back. */
  private static boolean isYounger(SegmentName name, Duration maxAge, Instant now) {
    var age = Duration.between(Instant.ofEpochMilli(name.askedAt()), now);
    return !age.isNegative() && age.compareTo(maxAge) < 0;
  }

  synchronized Optional<byte[]> content(SegmentName name) {
    @Nullable Tail tail = tails.get(name);
    return tail == null ? Optional.empty() : Optional.of(tail.content);
  }

  synchronized void clear() {
    tails.clear();
  }
}
