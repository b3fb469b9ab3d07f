package io.workosjdbc.request;

import io.workosjdbc.resource.TimeRange;
import java.util.OptionalLong;

/**
 * How many requests and rows a plan is thought to cost; it only weighs one plan against another.
 */
public record Estimate(double requests, double rows) {

  /** A list narrowed by a parameter is thought to be this part of the whole. */
  private static final double NARROWED = 0.02;

  /** What cannot be read costs more than anything that can. */
  private static final double IMPOSSIBLE = 1e12;

  private static final double HOUR_MILLIS = 3_600_000;

  /** A list that each row of a parent has is thought to have so many rows. */
  private static final double ROWS_OF_A_CHILD = 10;

  /** However empty most of them are, some rows there are. */
  private static final double LEAST_OF_A_CHILD = 0.01;

  public static Estimate of(AccessPlan plan, Sizes sizes, OptionalLong limit) {
    if (plan.refusal().isPresent()) {
      return new Estimate(IMPOSSIBLE, IMPOSSIBLE);
    }
    if (plan.fanOut().isPresent()) {
      return of(plan.fanOut().get(), sizes, limit);
    }
    double requests = 0;
    double rows = 0;
    for (var request : plan.requests()) {
      double each = request instanceof ListRequest list ? rows(list, sizes) : 1;
      double wanted = limit.isPresent() ? Math.min(each, limit.getAsLong() - rows) : each;
      rows += wanted;
      int size = request.resource().listing().paging().size();
      requests += Math.max(1, Math.ceil(wanted / size));
      if (limit.isPresent() && rows >= limit.getAsLong()) {
        break;
      }
    }
    return new Estimate(requests, rows);
  }

  /** The requests for as many of the parent's rows as are needed, and one or more for each. */
  private static Estimate of(AccessPlan.FanOut fanOut, Sizes sizes, OptionalLong limit) {
    double each = fanOut.lists().stream().mapToDouble(list -> rowsOfAKey(list, sizes)).sum();
    double pages = fanOut.lists().stream().mapToDouble(list -> pages(list, sizes)).sum();
    var parent = of(fanOut.parentPlan(), sizes, OptionalLong.empty());
    if (limit.isPresent() && limit.getAsLong() < parent.rows() * each) {
      double needed = Math.max(1, Math.ceil(limit.getAsLong() / each));
      parent = of(fanOut.parentPlan(), sizes, OptionalLong.of((long) needed));
    }
    double rows = parent.rows() * each;
    return new Estimate(
        parent.requests() + parent.rows() * pages,
        limit.isPresent() ? Math.min(rows, (double) limit.getAsLong()) : rows);
  }

  /** The last page of a list is half full on average. */
  private static double pages(ListRequest list, Sizes sizes) {
    var listing = list.resource().listing();
    if (isNarrowed(list)) {
      return 1;
    }
    var known = sizes.rowsPerKey(list.resource());
    return known.isPresent()
        ? Math.max(1, known.getAsDouble() / listing.paging().size() + 0.5)
        : listing.expectedPages();
  }

  private static double rowsOfAKey(ListRequest list, Sizes sizes) {
    double whole = sizes.rowsPerKey(list.resource()).orElse(ROWS_OF_A_CHILD);
    return Math.max(LEAST_OF_A_CHILD, isNarrowed(list) ? whole * NARROWED : whole);
  }

  private static boolean isNarrowed(ListRequest list) {
    return !list.filters().isEmpty() || list.expression().isPresent();
  }

  /** The whole list's rows: known, or guessed by its declaration. */
  static double wholeRows(ListRequest list, Sizes sizes) {
    var listing = list.resource().listing();
    var known = sizes.rows(list.resource());
    return known.isPresent()
        ? known.getAsLong()
        : (double) listing.expectedPages() * listing.paging().size();
  }

  private static double rows(ListRequest list, Sizes sizes) {
    if (!list.keys().isEmpty()) {
      return rowsOfAKey(list, sizes);
    }
    double part = isNarrowed(list) ? NARROWED : 1;
    var choice = list.resource().listing().choice();
    if (choice.isPresent()) {
      part *= (double) list.names().size() / choice.get().names().size();
    }
    return Math.max(1, rowsOfItsTime(list, sizes) * part);
  }

  /** The rows of the list's window, or of the whole list if it has none. */
  private static double rowsOfItsTime(ListRequest list, Sizes sizes) {
    var retention = list.resource().listing().timeRange().map(TimeRange::retention);
    if (retention.isEmpty() || list.window().isEmpty()) {
      return wholeRows(list, sizes);
    }
    double millis = list.window().get().width().toMillis();
    var known = sizes.rowsPerHour(list.resource());
    return known.isPresent()
        ? known.getAsDouble() * millis / HOUR_MILLIS
        : wholeRows(list, sizes) * millis / retention.get().toMillis();
  }
}
