package io.workosjdbc.fetch;

import io.workosjdbc.request.Condition;
import io.workosjdbc.request.ListRequest;
import io.workosjdbc.request.Window;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one scan has to do with the archive.
 *
 * @param layout the columns that are read
 * @param condition rows for which this cannot hold are not needed
 */
record ArchiveScan(Archive archive, Layout layout, Condition condition, Execution execution) {

  /** The parts that can be had, in ascending order; says of the others that they are missing. */
  List<Archive.Part> parts(ListRequest request) {
    var parts = archive.contents(wanted(request)).parts();
    parts.stream()
        .filter(part -> part.place() == Archive.Place.LOST)
        .forEach(part -> execution.warn(Lost.warning(request.resource(), part.window())));
    return parts.stream().filter(part -> part.place() != Archive.Place.LOST).toList();
  }

  Iterator<Archive.Stretch> read(ListRequest request) {
    return archive.read(wanted(request));
  }

  /** Where the rows of a slice go. If they cannot be kept, the user is told. */
  Archive.Sink sink(ListRequest request) {
    var sink = archive.sink(request, layout);
    return new Archive.Sink() {
      @Override
      public void add(List<@Nullable Object[]> rows, Instant sentAt) {
        sink.add(rows, sentAt);
      }

      @Override
      public boolean isFull() {
        return sink.isFull();
      }

      @Override
      public void complete(Window window) {
        sink.complete(window);
        archive.problem().ifPresent(execution::warn);
      }
    };
  }

  private Archive.Wanted wanted(ListRequest request) {
    return new Archive.Wanted(request, layout.trusted(), condition);
  }
}
