package io.workosjdbc.cache;

import io.workosjdbc.request.GetRequest;
import io.workosjdbc.request.ListRequest;
import io.workosjdbc.request.Request;
import io.workosjdbc.resource.Parameter;
import io.workosjdbc.resource.Scope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The listings of a cache, found by what they answer: a table that has a list for each user has
 * thousands of them, and looks for one of them as often. Not thread-safe.
 */
final class ListingIndex {

  /** The least recently used first. */
  private final Map<Key, CachedListing> listings = new LinkedHashMap<>(16, 0.75f, true);

  private final Map<Narrowing, Set<CachedListing>> lists = new HashMap<>();

  /** Targets are unique within a table. */
  private record Key(String table, String target) {
    static Key of(Request request) {
      return new Key(request.resource().table(), request.target());
    }
  }

  /** What a list is narrowed by, and so must be every request that it answers. */
  private record Narrowing(
      String table, Map<Scope.Key, String> keys, Map<Parameter, String> filters) {
    static Narrowing of(ListRequest list) {
      return new Narrowing(list.resource().table(), list.keys(), list.filters());
    }
  }

  /** The answer to this very request, which is then the last one used. */
  Optional<CachedListing> own(Request request) {
    return underTargetOf(request).filter(listing -> listing.request().equals(request));
  }

  /** The answers that would hold everything that a request asks for if they are complete. */
  List<CachedListing> covering(Request request) {
    var found = new ArrayList<CachedListing>();
    own(request).ifPresent(found::add);
    for (var narrowing : broader(request)) {
      for (var listing : lists.getOrDefault(narrowing, Set.of())) {
        if (!found.contains(listing) && Coverage.covers(listing.request(), request)) {
          found.add(listing);
        }
      }
    }
    return found;
  }

  /** A list is answered by those that have some of its filters, an object by the whole list. */
  private static List<Narrowing> broader(Request request) {
    var table = request.resource().table();
    if (request instanceof GetRequest) {
      return List.of(new Narrowing(table, Map.of(), Map.of()));
    }
    if (!(request instanceof ListRequest list)) {
      return List.of();
    }
    var subsets = new ArrayList<Map<Parameter, String>>();
    subsets.add(Map.of());
    for (var filter : list.filters().entrySet()) {
      for (var subset : List.copyOf(subsets)) {
        var larger = new HashMap<>(subset);
        larger.put(filter.getKey(), filter.getValue());
        subsets.add(larger);
      }
    }
    return subsets.stream().map(filters -> new Narrowing(table, list.keys(), filters)).toList();
  }

  /** All there are, the least recently used first. */
  List<CachedListing> all() {
    return List.copyOf(listings.values());
  }

  /** The least recently used that together are at least this large, without one of them. */
  List<CachedListing> eldest(long bytes, CachedListing but) {
    var eldest = new ArrayList<CachedListing>();
    long left = bytes;
    for (var listing : listings.values()) {
      if (left <= 0) {
        break;
      }
      if (listing != but) {
        eldest.add(listing);
        left -= listing.bytes();
      }
    }
    return eldest;
  }

  /** What is kept under the target of a request. */
  Optional<CachedListing> underTargetOf(Request request) {
    return Optional.ofNullable(listings.get(Key.of(request)));
  }

  /** Adds one; nothing may be there under its target. */
  void add(CachedListing listing) {
    listings.put(Key.of(listing.request()), listing);
    if (listing.request() instanceof ListRequest list) {
      lists.computeIfAbsent(Narrowing.of(list), key -> new LinkedHashSet<>()).add(listing);
    }
  }

  /** Removes one if it is there. */
  boolean remove(CachedListing listing) {
    if (!listings.remove(Key.of(listing.request()), listing)) {
      return false;
    }
    if (listing.request() instanceof ListRequest list) {
      lists.computeIfPresent(
          Narrowing.of(list),
          (key, same) -> {
            same.remove(listing);
            return same.isEmpty() ? null : same;
          });
    }
    return true;
  }
}
