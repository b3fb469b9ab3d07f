package io.workosjdbc.workos;

import static io.workosjdbc.resource.Column.integer;
import static io.workosjdbc.resource.Column.text;
import static io.workosjdbc.resource.Column.timestamp;
import static io.workosjdbc.workos.CommonColumns.createdAt;
import static io.workosjdbc.workos.CommonColumns.id;
import static io.workosjdbc.workos.CommonColumns.organizationId;
import static io.workosjdbc.workos.CommonColumns.updatedAt;
import static io.workosjdbc.workos.Lists.eachOrganization;

import io.workosjdbc.resource.Listing;
import io.workosjdbc.resource.Resource;
import io.workosjdbc.resource.Scope;

/** The tables of audit-log settings and exports (API reference, Audit Logs). */
final class AuditLogTables {

  static final Resource AUDIT_LOG_CONFIGURATION =
      Resource.named("workos_audit_log_configuration")
          .describedAs("How the audit log of an organization is kept and where it is streamed to.")
          .listedBy(
              Listing.ofObject("/organizations/{id}/audit_log_configuration")
                  .per(eachOrganization("id")))
          .columns(
              organizationId("The organization; identifies it."),
              text("state", "active, inactive or disabled."),
              integer("retention_period_in_days", "For how many days events are kept."),
              text("log_stream_id", "Identifier of the stream, if there is one.")
                  .from("log_stream.id"),
              text("log_stream_type", "Where it leads: Datadog, Splunk, S3, ...")
                  .from("log_stream.type"),
              text("log_stream_state", "active, inactive, error or invalid.")
                  .from("log_stream.state"),
              timestamp("log_stream_last_synced_at", "When it last worked (UTC).")
                  .from("log_stream.last_synced_at"),
              timestamp("log_stream_created_at", "When it was created (UTC).")
                  .from("log_stream.created_at"));

  static final Resource AUDIT_LOGS_RETENTION =
      Resource.named("workos_audit_logs_retention")
          .describedAs("For how long the audit log of an organization is kept.")
          .listedBy(
              Listing.ofObject("/organizations/{id}/audit_logs_retention")
                  .per(eachOrganization("id")))
          .columns(
              organizationId("The organization; identifies it.").bound(),
              integer(
                  "retention_period_in_days",
                  "For how many days events are kept; NULL if nobody said."));

  static final Resource AUDIT_LOG_EXPORT =
      Resource.named("workos_audit_log_export")
          .describedAs(
              "An export of an audit log; its id must be given, because the API lists none.")
          .listedBy(
              Listing.ofObject("/audit_logs/exports/{auditLogExportId}")
                  .per(Scope.given(new Scope.Key("auditLogExportId", "id", "id"))))
          .secret("url")
          .columns(
              id("export"),
              text("state", "pending, ready, error or expired."),
              text("url", "Where its file is, for ten minutes: a secret, masked."),
              createdAt(),
              updatedAt());

  private AuditLogTables() {}
}
