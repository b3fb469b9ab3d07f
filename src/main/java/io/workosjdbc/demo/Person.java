package io.workosjdbc.demo;

import java.util.Optional;

/** Somebody who signs in: always by the same way, mostly from the same place. */
record Person(
    String id,
    String email,
    Optional<String> organizationId,
    Optional<String> connectionId,
    Way way,
    String ipAddress,
    String userAgent) {

  /** How a person proves who they are. */
  enum Way {
    SSO,
    PASSWORD,
    MAGIC_AUTH,
    OAUTH,
    PASSKEY
  }
}
