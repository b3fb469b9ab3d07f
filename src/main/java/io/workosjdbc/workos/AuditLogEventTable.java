package io.workosjdbc.workos;

import static io.workosjdbc.resource.Column.json;
import static io.workosjdbc.resource.Column.text;
import static io.workosjdbc.resource.Column.timestamp;
import static io.workosjdbc.workos.CommonColumns.organizationId;

import io.workosjdbc.resource.Listing;
import io.workosjdbc.resource.Paging;
import io.workosjdbc.resource.Path;
import io.workosjdbc.resource.Resource;
import io.workosjdbc.resource.Scope;
import io.workosjdbc.resource.TimeRange;
import java.time.Duration;
import java.util.Optional;

/**
 * {@code workos_audit_log_event} (API reference, Audit Logs: Create Export). The API lists no
 * events; it makes a CSV file of those of one organization in a time range of the last three
 * months. What the columns of the file are called is not documented, so each is looked for under
 * the names that the API has for it elsewhere, in snake_case; {@code raw} has them all.
 */
final class AuditLogEventTable {

  /** The guide on exporting says three months; the shortest three have 89 days. */
  private static final Duration THREE_MONTHS = Duration.ofDays(89);

  private static final Paging RECORDS =
      new Paging(
          Optional.of(Path.of("data")),
          Optional.of(
              new Paging.Cursor(
                  Optional.empty(),
                  new Paging.Next.InBody("after", Path.of("next")),
                  Optional.empty())),
          1000);

  static final Resource AUDIT_LOG_EVENT =
      Resource.named("workos_audit_log_event")
          .describedAs(
              "An event of an organization's audit log, read from an export that WorkOS makes of a"
                  + " time range; needs connection property auditLogs=on.")
          .listedBy(
              Listing.ofExport("/audit_logs/exports", RECORDS)
                  .within(
                      new TimeRange(
                          "occurred_at", "range_start", "range_end", THREE_MONTHS, THREE_MONTHS))
                  .per(Scope.given("organization_id")))
          .uniqueWithin("organization_id")
          .columns(
              text("id", "Identifier of the event; its number in the file if that has none.")
                  .from("id", "event_id", "record_number"),
              organizationId("The organization; it has to be given.").bound(),
              text("action", "What was done, such as document.updated.")
                  .from("action", "event_action"),
              timestamp("occurred_at", "When it was done (UTC).")
                  .from("occurred_at", "timestamp", "created_at"),
              text("actor_id", "Identifier of who did it."),
              text("actor_type", "What they are, such as user."),
              text("actor_name", "Their name."),
              json("actor_metadata", "What else is told of them, as a JSON object."),
              json("targets", "What it was done to, as a JSON array."),
              text("location", "Where they were, such as an IP address.")
                  .from("context_location", "location"),
              text("user_agent", "The browser or program.")
                  .from("context_user_agent", "user_agent"),
              json("metadata", "What else is told, as a JSON object."));

  private AuditLogEventTable() {}
}
