package io.workosjdbc.request;

import io.workosjdbc.resource.Resource;
import io.workosjdbc.resource.Scope;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One read of the API: of an object by its key, of a list page by page, or of a file. */
public sealed interface Request permits ExportRequest, GetRequest, ListRequest {

  Resource resource();

  /** Path and query, percent-encoded, relative to the base URL. */
  String target();

  /** The keys that the answer belongs to, with the value of each. */
  default Map<Scope.Key, String> keys() {
    return Map.of();
  }

  /** What every row of the answer must show. */
  List<Check> checks();

  /** What the service counts it with, if that is not only everything. */
  default Optional<Lane> lane() {
    return Optional.empty();
  }

  /**
   * Requests that the service counts apart.
   *
   * @param name tells lanes apart
   */
  record Lane(String name, int requestsPerSecond) {}

  /** The request as a log shows it, such as {@code GET /organizations?limit=100}. */
  default String line() {
    return "GET " + target();
  }
}
