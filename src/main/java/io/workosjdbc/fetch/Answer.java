package io.workosjdbc.fetch;

import io.workosjdbc.cache.StoredPage;
import io.workosjdbc.http.ApiException;
import io.workosjdbc.http.ApiResponse;
import io.workosjdbc.http.NextLink;
import io.workosjdbc.log.RequestEntry;
import io.workosjdbc.resource.Extraction.Provenance;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An answer with the request that it answers, so that a failure can name both.
 *
 * @param isCached whether it was not asked for now
 * @param entry where it was written down
 */
record Answer(String line, ApiResponse response, boolean isCached, Optional<RequestEntry> entry) {

  Answer(String line, ApiResponse response) {
    this(line, response, false, Optional.empty());
  }

  static Answer of(StoredPage page) {
    return new Answer(
        page.line(),
        new ApiResponse(
            200,
            page.body(),
            page.requestId(),
            page.sentAt(),
            page.next().map(target -> new NextLink(Optional.of(target), ""))));
  }

  /** The answer that there is nothing to answer with. */
  static Answer nothing(String line, Optional<String> requestId, Instant at) {
    return new Answer(line, new ApiResponse(404, new byte[0], requestId, at));
  }

  /** The answer that the cache had. */
  static Answer cached(StoredPage page, RequestEntry entry) {
    return new Answer(page.line(), of(page).response(), true, Optional.of(entry));
  }

  /** Writes down how many objects it holds. */
  void holds(int objects) {
    entry.ifPresent(written -> written.holds(objects));
  }

  /** What a column says of it. */
  @Nullable Object fact(Provenance.Fact fact) {
    return switch (fact) {
      case FETCHED_AT -> response.sentAt().toEpochMilli();
      case FROM_CACHE -> isCached;
      case REQUEST_ID -> response.requestId().orElse(null);
    };
  }

  boolean isNothing() {
    return response.body().length == 0;
  }

  StoredPage stored(Optional<String> next, int objects) {
    return new StoredPage(
        response.body(), next, objects, line, response.requestId(), response.sentAt());
  }

  ApiException nonsense(String problem) {
    return ApiException.nonsense(line, response, problem);
  }
}
