package io.workosjdbc.request;

import io.workosjdbc.resource.Resource;
import java.util.List;

/** One read of the API: of an object by its key, or of a list page by page. */
public sealed interface Request permits GetRequest, ListRequest {

  Resource resource();

  /** Path and query, percent-encoded, relative to the base URL. */
  String target();

  /** What every row of the answer must show. */
  List<Check> checks();

  /** The request as a log shows it, such as {@code GET /organizations?limit=100}. */
  default String line() {
    return "GET " + target();
  }
}
