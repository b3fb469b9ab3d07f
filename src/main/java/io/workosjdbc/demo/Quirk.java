package io.workosjdbc.demo;

/**
 * Ways in which services differ from one another or from the documentation (fact sheet sections 4,
 * 5 and 10). Without any, the demo does what the live service is reported to do: events always come
 * oldest first, everything else is as documented, and both ends of a time range are included.
 */
public enum Quirk {
  /** Events honour {@code order}, newest first by default: the documentation. */
  EVENTS_HONOUR_ORDER,
  /** Lists come newest first whatever {@code order} says. */
  LISTS_IGNORE_ORDER,
  /** Lists come oldest first whatever {@code order} says. */
  LISTS_OLDEST_FIRST,
  /** {@code range_start} itself is not in the range. */
  RANGE_START_EXCLUSIVE,
  /** {@code range_end} itself is not in the range. */
  RANGE_END_EXCLUSIVE,
  /** {@code range_end} together with {@code after} is a 422. */
  RANGE_END_WITH_AFTER_REFUSED,
  /** {@code range_start} together with {@code after} is accepted, as official clients send it. */
  RANGE_START_WITH_AFTER_ACCEPTED,
  /** A range of more than 30 days is silently cut after its first 30 days. */
  WIDE_RANGE_TRUNCATED,
  /** Bounds of events are ignored: the emulators. */
  RANGE_IGNORED,
  /** The five newer authentication events are unknown names. */
  NEWER_EVENTS_UNKNOWN,
  /** {@code events} is ignored, and not required: all events come. */
  EVENTS_FILTER_IGNORED,
  /** {@code organization_id} of events is ignored: the emulators. */
  ORGANIZATION_FILTER_IGNORED,
  /** All filters of the entity lists are ignored. */
  LIST_FILTERS_IGNORED,
  /** An unknown {@code organization_id} on an entity list is a 422 instead of an empty list. */
  UNKNOWN_ORGANIZATION_REFUSED,
  /** Lists are written {@code name[]=a&name[]=b}. */
  BRACKET_ARRAYS,
  /** Lists are written {@code name=a&name=b}. */
  REPEATED_ARRAYS,
  /** An unknown cursor gives the first page again: the emulators. */
  UNKNOWN_CURSOR_RESTARTS,
  /** Pages hold a third of the rows asked for, and a cursor. */
  SHORT_PAGES,
  /** An export of an audit log is ready when it is ordered, and never pending. */
  EXPORTS_READY_AT_ONCE,
  /** Envelopes and objects carry keys that nobody documented. */
  EXTRA_KEYS
}
