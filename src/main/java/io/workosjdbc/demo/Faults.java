package io.workosjdbc.demo;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** The faults that are set, and how many requests each has seen. Thread-safe. */
final class Faults {
  private final List<Armed> armed = new CopyOnWriteArrayList<>();

  /** A fault and its count. */
  private record Armed(Fault fault, AtomicInteger seen) {
    boolean strikes(String path) {
      if (!path.startsWith(fault.pathPrefix())) {
        return false;
      }
      int number = seen.incrementAndGet();
      return number >= fault.first() && number <= fault.last();
    }
  }

  void add(Fault fault) {
    armed.add(new Armed(fault, new AtomicInteger()));
  }

  void clear() {
    armed.clear();
  }

  /**
   * The handler with all faults around it that strike this request; the one set first is the
   * outermost.
   */
  Handler around(Request request, Handler handler) {
    Handler wrapped = handler;
    List<Armed> striking = armed.stream().filter(each -> each.strikes(request.path())).toList();
    for (int i = striking.size() - 1; i >= 0; i--) {
      Effect effect = striking.get(i).fault().effect();
      Handler inner = wrapped;
      wrapped = each -> effect.around(each, inner);
    }
    return wrapped;
  }
}
