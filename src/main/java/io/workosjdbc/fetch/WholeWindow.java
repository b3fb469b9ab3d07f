package io.workosjdbc.fetch;

import io.workosjdbc.request.ListRequest;
import io.workosjdbc.request.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Everything that the service has of a window, read at once by one cursor. */
record WholeWindow(ListRequest request, Archive.Sink sink) {

  /**
   * @param asking begins to read a slice of a request
   */
  List<@Nullable Object[]> read(BiFunction<Request, Optional<Slice>, RequestRows> asking) {
    var slice = Slice.of(request.window().orElseThrow());
    var reading = asking.apply(request, Optional.of(slice));
    var rows = new ArrayList<@Nullable Object[]>();
    while (!reading.isOver()) {
      var page = reading.ask().get();
      var taken = reading.take(page);
      sink.add(taken, page.answer().response().sentAt());
      rows.addAll(taken);
    }
    sink.complete(slice.window());
    return rows;
  }
}
