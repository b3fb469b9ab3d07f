package io.workosjdbc.bench;

import io.workosjdbc.resource.Column;
import io.workosjdbc.resource.Extraction;
import io.workosjdbc.resource.Parameter;
import io.workosjdbc.resource.Resource;
import io.workosjdbc.workos.WorkOs;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Authentication events as a service might have them: 20,000 users of 400 organizations, office
 * hours left aside. Event {@code n} is always the same.
 */
final class SyntheticEvents {

  static final Resource RESOURCE = WorkOs.SOURCE.resource("workos_auth_event").orElseThrow();

  /** All columns that are kept by default. */
  static final List<Column> COLUMNS =
      RESOURCE.columns().stream()
          .filter(column -> !(column.extraction() instanceof Extraction.Raw))
          .filter(column -> !(column.extraction() instanceof Extraction.LookedUp))
          .toList();

  static final List<String> NAMES =
      RESOURCE.listing().choice().map(Parameter.Choice::names).orElseThrow();

  private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int USERS = 20_000;

  private final long start;
  private final long distanceMillis;

  /**
   * Events at even distances.
   *
   * @param start when the first one happened
   */
  SyntheticEvents(long start, long distanceMillis) {
    this.start = start;
    this.distanceMillis = distanceMillis;
  }

  long time(long number) {
    return start + number * distanceMillis;
  }

  Object[] row(long number) {
    var dice = new SplittableRandom(number);
    var name = NAMES.get(Math.min(dice.nextInt(NAMES.size()), dice.nextInt(NAMES.size())));
    var parts = name.substring("authentication.".length()).split("_(?=[a-z]+$)", 2);
    boolean isSso = parts[0].equals("sso");
    boolean isFailure = name.endsWith("failed");
    int user = dice.nextInt(USERS);
    var person = new SplittableRandom(user);
    int organization = user % 400;
    return new Object[] {
      "event_" + ulid(time(number), dice),
      name,
      parts.length > 1 ? parts[1] : null,
      parts[0],
      isSso ? "org_" + ulid(organization, new SplittableRandom(organization)) : null,
      isFailure ? null : "user_" + ulid(user, person),
      "person" + user + "@company" + organization + ".example",
      isSso ? "conn_" + ulid(organization, new SplittableRandom(organization + 1L)) : null,
      "10." + dice.nextInt(4) + "." + user % 256 + "." + dice.nextInt(256),
      "Mozilla/5.0 (agent " + user % 60 + ") AppleWebKit/537.36 Chrome/142.0 Safari/537.36",
      isSso ? "session_" + ulid(time(number), dice) : null,
      isFailure ? "error_" + dice.nextInt(6) : null,
      isFailure ? "The attempt failed for reason " + dice.nextInt(6) : null,
      time(number)
    };
  }

  private static String ulid(long time, SplittableRandom dice) {
    var text = new StringBuilder(26);
    for (int digit = 9; digit >= 0; digit--) {
      text.append(DIGITS.charAt((int) (time >>> (digit * 5)) & 31));
    }
    for (int digit = 0; digit < 16; digit++) {
      text.append(DIGITS.charAt(dice.nextInt(32)));
    }
    return text.toString();
  }
}
