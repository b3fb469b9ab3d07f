package io.workosjdbc.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Chances. */
record Dice(Random random) {

  boolean once(int in) {
    return random.nextInt(in) == 0;
  }

  int upTo(int most) {
    return random.nextInt(most + 1);
  }

  <T> T of(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }

  @SafeVarargs
  final <T> T any(T... some) {
    return some[random.nextInt(some.length)];
  }

  @SafeVarargs
  final <T> T one(Supplier<T>... some) {
    return some[random.nextInt(some.length)].get();
  }

  <T> List<T> some(List<T> all, int least, int most) {
    var left = new ArrayList<>(all);
    var some = new ArrayList<T>();
    int count = least + random.nextInt(most - least + 1);
    while (some.size() < count && !left.isEmpty()) {
      some.add(left.remove(random.nextInt(left.size())));
    }
    return some;
  }
}
