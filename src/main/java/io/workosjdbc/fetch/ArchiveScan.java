package io.workosjdbc.fetch;

import io.workosjdbc.request.Condition;
import io.workosjdbc.request.ListRequest;
import java.util.Iterator;
import java.util.List;

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

  Archive.Sink sink(ListRequest request) {
    return archive.sink(request, layout);
  }

  private Archive.Wanted wanted(ListRequest request) {
    return new Archive.Wanted(request, layout.trusted(), condition);
  }
}
