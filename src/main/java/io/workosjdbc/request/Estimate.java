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

  public static Estimate of(AccessPlan plan, Sizes sizes, OptionalLong limit) {
    if (plan.refusal().isPresent()) {
      return new Estimate(IMPOSSIBLE, IMPOSSIBLE);
    }
    if (plan.fanOut().isPresent()) {
      return of(plan.fanOut().get(), sizes);
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

  /** The parent's requests, and one or more for each of its rows. */
  private static Estimate of(AccessPlan.FanOut fanOut, Sizes sizes) {
    var parent = of(fanOut.parentPlan(), sizes, OptionalLong.empty());
    int pages = fanOut.template().resource().listing().expectedPages();
    double rows = parent.rows() * ROWS_OF_A_CHILD;
    return new Estimate(parent.requests() + parent.rows() * pages, rows);
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
      return ROWS_OF_A_CHILD;
    }
    double part = list.filters().isEmpty() && list.expression().isEmpty() ? 1 : NARROWED;
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
