package io.workosjdbc.workos;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names of all events (API reference, Events; 111 in the specification). */
final class EventNames {

  /** A family, then the endings of its names. */
  private static final String FAMILIES =
      """
      action authentication.denied user_registration.denied
      agent.registration created refreshed expired revoked deleted claim.attempt.created \
      claim.completed credential.issued organization.switched
      api_key created updated revoked
      connection activated deactivated deleted saml_certificate_renewed \
      saml_certificate_renewal_required
      dsync activated deleted
      dsync.group created updated deleted user_added user_removed
      dsync.token created revoked
      dsync.user created updated deleted
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

  static final List<String> ALL =
      Stream.concat(AuthEvents.NAMES.stream(), FAMILIES.lines().flatMap(EventNames::namesOfFamily))
          .toList();

  /** All but those of the authentication events that the service learned late. */
  static final Set<String> CLASSIC =
      ALL.stream()
          .filter(name -> AuthEvents.CLASSIC.contains(name) || !AuthEvents.NAMES.contains(name))
          .collect(Collectors.toSet());

  private EventNames() {}

  private static Stream<String> namesOfFamily(String line) {
    var words = List.of(line.split(" ", -1));
    return words.stream().skip(1).map(ending -> words.get(0) + "." + ending);
  }
}
