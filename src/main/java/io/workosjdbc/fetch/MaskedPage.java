package io.workosjdbc.fetch;

import io.workosjdbc.request.ListRequest;
import io.workosjdbc.request.Request;
import io.workosjdbc.resource.Path;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Takes the secrets out of a page before it may reach a disk. */
final class MaskedPage {

  private MaskedPage() {}

  /**
   * The page as it may be kept.
   *
   * @param body JSON that has been read already
   */
  static byte[] of(Request request, byte[] body) {
    var secrets = request.resource().secrets();
    if (secrets.isEmpty() || body.length == 0) {
      return body;
    }
    var rows = request.resource().listing().paging().rows();
    var start =
        request instanceof ListRequest
            ? rows.map(Path::names).orElse(List.of())
            : List.<String>of();
    var masking = Masking.of(List.of(), secrets.stream().map(path -> below(start, path)).toList());
    try {
      return masking.text(body, 0, body.length).getBytes(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path below(List<String> start, Path path) {
    var names = new ArrayList<>(start);
    names.addAll(path.names());
    return new Path(names);
  }
}
