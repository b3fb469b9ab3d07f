package io.workosjdbc.demo;

import java.time.Instant;

/** An event of an organization's audit log, as a line of its export has it. */
public record DemoAuditEvent(
    String id, String action, Instant occurredAt, String actorName, String targets) {}
