package io.workosjdbc.demo;

import java.util.Locale;
import java.util.Optional;

/** The 18 authentication events of fact sheet section 5, with what their payloads carry. */
enum AuthKind {
  EMAIL_VERIFICATION_FAILED("email_verification", "failed"),
  EMAIL_VERIFICATION_SUCCEEDED("email_verification", "succeeded"),
  MAGIC_AUTH_FAILED("magic_auth", "failed"),
  MAGIC_AUTH_SUCCEEDED("magic_auth", "succeeded"),
  MFA_FAILED("mfa", "failed"),
  MFA_SUCCEEDED("mfa", "succeeded"),
  OAUTH_FAILED("oauth", "failed"),
  OAUTH_SUCCEEDED("oauth", "succeeded"),
  PASSKEY_FAILED("passkey", "failed"),
  PASSKEY_SUCCEEDED("passkey", "succeeded"),
  PASSWORD_FAILED("password", "failed"),
  PASSWORD_SUCCEEDED("password", "succeeded"),
  REAUTHENTICATION_SUCCEEDED("reauthentication", "succeeded"),
  SSO_STARTED("sso", "started"),
  SSO_SUCCEEDED("sso", "succeeded"),
  SSO_FAILED("sso", "failed"),
  SSO_TIMED_OUT("sso", "timed_out"),
  /** A success that Radar flagged: no type, no status. */
  RADAR_RISK_DETECTED("", "");

  private final String type;
  private final String status;

  AuthKind(String type, String status) {
    this.type = type;
    this.status = status;
  }

  /** The event's name, such as {@code authentication.sso_failed}. */
  String event() {
    return "authentication." + name().toLowerCase(Locale.ROOT);
  }

  Optional<String> type() {
    return type.isEmpty() ? Optional.empty() : Optional.of(type);
  }

  Optional<String> status() {
    return status.isEmpty() ? Optional.empty() : Optional.of(status);
  }

  /** Whether the payload has an {@code sso} block. */
  boolean hasSso() {
    return type.equals("sso");
  }

  /** Whether the payload has an {@code error} block. */
  boolean hasError() {
    return status.equals("failed") || status.equals("timed_out");
  }

  /** Whether the sign-in got through. */
  boolean succeeded() {
    return status.equals("succeeded") || this == RADAR_RISK_DETECTED;
  }
}
