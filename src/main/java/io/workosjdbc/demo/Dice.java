package io.workosjdbc.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** The generators' only source of chance: the same seed gives the same throws. */
final class Dice {
  private final SplittableRandom random;

  Dice(long seed) {
    random = new SplittableRandom(seed);
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  /** A number of 0 to {@code bound - 1}. */
  int below(int bound) {
    return random.nextInt(bound);
  }

  double fraction() {
    return random.nextDouble();
  }

  <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  <T> Optional<T> maybe(double probability, Supplier<T> value) {
    return chance(probability) ? Optional.of(value.get()) : Optional.empty();
  }

  /** A time from {@code earliest} to {@code latest}, to the millisecond. */
  Instant between(Instant earliest, Instant latest) {
    long millis = Math.max(1, Duration.between(earliest, latest).toMillis());
    return earliest.plusMillis(random.nextLong(millis));
  }

  /** An id created at that time. */
  String id(String prefix, Instant createdAt) {
    return Ulid.of(prefix, createdAt.toEpochMilli(), random.nextLong(), random.nextLong());
  }

  /** Text of that many lower-case letters and digits. */
  String token(int length) {
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append("abcdefghijklmnopqrstuvwxyz0123456789".charAt(random.nextInt(36)));
    }
    return text.toString();
  }
}
