package io.workosjdbc.workos;

import static io.workosjdbc.resource.Column.integer;
import static io.workosjdbc.resource.Column.json;
import static io.workosjdbc.resource.Column.text;
import static io.workosjdbc.workos.CommonColumns.createdAt;
import static io.workosjdbc.workos.CommonColumns.updatedAt;
import static io.workosjdbc.workos.Lists.list;

import io.workosjdbc.resource.Resource;
import io.workosjdbc.resource.Scope;

/** The tables of audit-log actions and their schemas (API reference, Audit Logs). */
final class AuditLogActionTables {

  static final Resource AUDIT_LOG_ACTION =
      Resource.named("workos_audit_log_action")
          .describedAs("A kind of action that audit logs record, such as document.updated.")
          .listedBy(list("/audit_logs/actions"))
          .columns(
              text("name", "Name of the action; identifies it."),
              integer("schema_version", "Version of its newest schema.").from("schema.version"),
              json("schema", "Its newest schema, as a JSON object."),
              createdAt(),
              updatedAt());

  static final Resource AUDIT_LOG_SCHEMA =
      Resource.named("workos_audit_log_schema")
          .describedAs("A version of the schema of an audit-log action.")
          .listedBy(
              list("/audit_logs/actions/{actionName}/schemas")
                  .per(
                      Scope.of(
                          "workos_audit_log_action",
                          new Scope.Key("actionName", "action_name", "name"))))
          .uniqueWithin("action_name")
          .columns(
              integer("version", "Number of the version, counted within the action."),
              text("action_name", "The action.").references("workos_audit_log_action").bound(),
              json("targets", "What the action is done to, as a JSON array."),
              json("actor", "What is told of who does it, as a JSON object."),
              json("metadata", "What else is told, as a JSON schema."),
              createdAt());

  private AuditLogActionTables() {}
}
