package io.workosjdbc.demo;

import java.time.Instant;
import java.util.List;

/** The events of the environment by position, oldest first. Immutable. */
interface EventLog extends Sequence {

  /** The authentication events; may be made while they are read. */
  List<DemoEvent> events();

  /** The event, whatever it is about. */
  LoggedEvent eventAt(int position);

  /** The event's name, without making the event. */
  String nameAt(int position);

  /** Whether the event belongs to that organization, without making the event. */
  boolean isOf(int position, String organizationId);

  /** The event as JSON. */
  byte[] jsonAt(int position);

  /**
   * The position of the first event that is not before {@code time}; {@link #size()} when there is
   * none.
   */
  int firstNotBefore(Instant time);
}
