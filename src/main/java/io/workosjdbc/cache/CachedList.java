package io.workosjdbc.cache;

import java.time.Instant;

/**
 * A kept answer to a request.
 *
 * @param request such as {@code GET /organizations?limit=100}
 * @param isComplete whether it is the whole answer; else it is the beginning
 * @param rows how many objects it holds
 * @param askedAt when the service was asked for its first page
 */
public record CachedList(
    String table, String request, boolean isComplete, long rows, long bytes, Instant askedAt) {}
