package io.workosjdbc.fetch;

import io.workosjdbc.resource.Resource;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.Supplier;

/** The readers of a scan: each is used by one thread at a time. Thread-safe. */
final class Readers {

  private final Queue<RowReader> idle = new ConcurrentLinkedQueue<>();
  private final Supplier<RowReader> making;

  private Readers(Supplier<RowReader> making) {
    this.making = making;
  }

  static Readers of(Layout layout) {
    return new Readers(() -> new RowReader(layout));
  }

  /** Readers for no more than what a page says about itself. */
  static Readers ofOutlines(Resource resource) {
    return new Readers(() -> RowReader.ofOutlines(resource));
  }

  ObjectPage read(Function<RowReader, ObjectPage> reading) {
    var reader = Optional.ofNullable(idle.poll()).orElseGet(making);
    var page = reading.apply(reader);
    idle.add(reader);
    return page;
  }
}
