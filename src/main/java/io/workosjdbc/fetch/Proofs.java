package io.workosjdbc.fetch;

import io.workosjdbc.cache.CachedListing;
import io.workosjdbc.cache.ListingCache;
import io.workosjdbc.http.ApiException;
import io.workosjdbc.request.ListRequest;
import io.workosjdbc.request.Request;
import io.workosjdbc.request.Window;
import io.workosjdbc.resource.Announcement;
import io.workosjdbc.resource.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;

/**
 * Finds out whether a kept list still holds, by one request for the events that would tell
 * otherwise (api/workos.md section 5). An event only says that the list must be read again: its
 * object may look different from the list's.
 *
 * <p>An event may appear a little later than it happened. A list is therefore believed as it was
 * half a minute before the question, and the next question looks at all the time since the list was
 * read, so that an event which was late is found then.
 *
 * @param ttl how old an answer may be
 */
record Proofs(Source source, ListingCache cache, Duration ttl, Learned learned) {

  private static final Duration MARGIN = Duration.ofSeconds(30);

  /** How far the service's clock may be ahead of ours without hiding an event. */
  private static final Duration AHEAD = Duration.ofDays(1);

  /** However little seems to happen, a list is read anew once a day. */
  private static final Duration LONGEST = Duration.ofDays(1);

  /** Where not every change is told, a list is believed so many times as long as without events. */
  private static final int PARTLY = 10;

  /** Finds a list that is here and too old, and makes it young again, or drops it. */
  void renew(Request request, LiveAnswers answers) {
    cache.recall(request);
    cache
        .stale(request, ttl)
        .filter(listing -> wouldBeAskedFor(listing.request(), request))
        .ifPresent(listing -> renew(listing, answers));
  }

  /** An object by its key, or the part of a list that a filter leaves, is read as quickly. */
  private static boolean wouldBeAskedFor(Request kept, Request request) {
    return kept instanceof ListRequest list
        && request instanceof ListRequest asked
        && asked.filters().equals(list.filters())
        && asked.expression().equals(list.expression());
  }

  private void renew(CachedListing listing, LiveAnswers answers) {
    var now = cache.now();
    var proof = proof(listing, now);
    if (proof.isEmpty()) {
      return;
    }
    try {
      var page = answers.prove(proof.get());
      if (page.rows().isEmpty() && page.next().isEmpty()) {
        cache.proven(listing, now.minus(MARGIN));
      } else {
        cache.forget(listing);
      }
    } catch (ApiException e) {
      switch (e.kind()) {
        case BAD_REQUEST, FORBIDDEN, NOT_FOUND, NONSENSE -> learned.refuseProofs();
        case CANCELLED,
            TIMED_OUT,
            UNAUTHORIZED,
            BROKEN_OFF,
            CANNOT_CONNECT,
            RATE_LIMITED,
            SERVER_ERROR ->
            throw e;
      }
    }
  }

  /** The request that tells; none where reading the list costs no more, or events do not tell. */
  private Optional<ListRequest> proof(CachedListing listing, Instant now) {
    var announcement = listing.request().resource().announcement();
    var age = Duration.between(listing.askedAt(), now);
    if (announcement.isEmpty()
        || !(listing.request() instanceof ListRequest list)
        || listing.pageCount() < 2
        || ttl.compareTo(MARGIN) <= 0
        || age.isNegative()
        || age.compareTo(longest(announcement.get())) > 0
        || !learned.takesProofs()) {
      return Optional.empty();
    }
    var window = new Window(listing.readAt().minus(MARGIN), now.plus(AHEAD));
    return source
        .resource(announcement.get().table())
        .filter(
            events ->
                Collections.disjoint(learned.refusedNames(events), announcement.get().names()))
        .map(
            events ->
                new ListRequest(
                    events,
                    Map.of(),
                    Map.of(),
                    announcement.get().names(),
                    list.arrayStyle(),
                    Optional.empty(),
                    Optional.of(window)));
  }

  private Duration longest(Announcement announcement) {
    var partly = ttl.multipliedBy(PARTLY);
    return announcement.areAll() || partly.compareTo(LONGEST) > 0 ? LONGEST : partly;
  }
}
