package io.workosjdbc.workos;

import static io.workosjdbc.resource.Parameter.choice;
import static io.workosjdbc.resource.Parameter.equality;

import io.workosjdbc.resource.Listing;
import io.workosjdbc.resource.TimeRange;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** The list of events (API reference, Events). */
final class Events {

  /**
   * Both bounds exclude a cursor's company only at the start; a request spans at most 30 days;
   * events are kept for 90 (the guide; the reference page says 30, and then the older ones are
   * missing).
   */
  private static final TimeRange RANGE =
      new TimeRange(
          "created_at", "range_start", "range_end", Duration.ofDays(30), Duration.ofDays(90));

  private Events() {}

  /**
   * The events of these names, whose name is in column {@code event_type}.
   *
   * @param classic the names that older versions of the service know too
   */
  static Listing listOf(List<String> names, Set<String> classic) {
    return Lists.list("/events")
        .narrowedBy(choice("events", "event_type", names, classic), equality("organization_id"))
        .within(RANGE)
        .expecting(1000);
  }
}
