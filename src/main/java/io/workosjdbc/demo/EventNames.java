package io.workosjdbc.demo;

import com.google.common.base.Splitter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The 111 event names that the service knows: fact sheet section 5. */
final class EventNames {
  /** The five newer authentication events, which some services refuse. */
  static final Set<String> NEWER =
      Set.of(
          "authentication.email_verification_failed",
          "authentication.mfa_failed",
          "authentication.reauthentication_succeeded",
          "authentication.sso_started",
          "authentication.sso_timed_out");

  /** A family, then its endings. */
  private static final String OTHERS =
      """
      action authentication.denied user_registration.denied
      agent.registration created refreshed expired revoked deleted claim.attempt.created \
      claim.completed credential.issued organization.switched
      api_key created updated revoked
      connection activated deactivated deleted saml_certificate_renewed \
      saml_certificate_renewal_required
      dsync activated deleted
      dsync.group created updated deleted user_added user_removed
      dsync.user created updated deleted
      dsync.token created revoked
      email_verification created
      flag created updated deleted rule_updated
      group created updated deleted member_added member_removed
      invitation created accepted revoked resent
      magic_auth created
      organization created updated deleted
      organization_domain created updated deleted verified verification_failed
      organization_membership created updated deleted
      organization_role created updated deleted
      password_reset created succeeded
      permission created updated deleted
      pipes.connected_account connected connection_failed disconnected reauthorization_needed
      radar challenge_created
      role created updated deleted
      session created revoked
      user created updated deleted
      vault.byok_key deleted verification_completed
      vault.data created read updated deleted
      vault.dek read decrypted
      vault.kek created deleted
      vault.metadata read
      vault.names listed
      waitlist_user created approved denied
      """;

  private static final Map<String, AuthKind> KINDS =
      Arrays.stream(AuthKind.values())
          .collect(Collectors.toUnmodifiableMap(AuthKind::event, Function.identity()));

  private static final Set<String> KNOWN =
      Stream.concat(KINDS.keySet().stream(), OTHERS.lines().flatMap(EventNames::namesOfFamily))
          .collect(Collectors.toUnmodifiableSet());

  private EventNames() {}

  /** All names. */
  static Set<String> known() {
    return KNOWN;
  }

  /** The authentication event of that name, if it is one. */
  static Optional<AuthKind> kind(String event) {
    return Optional.ofNullable(KINDS.get(event));
  }

  private static Stream<String> namesOfFamily(String line) {
    List<String> words = Splitter.on(' ').omitEmptyStrings().splitToList(line);
    return words.stream().skip(1).map(ending -> words.get(0) + "." + ending);
  }
}
