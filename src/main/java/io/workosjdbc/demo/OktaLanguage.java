package io.workosjdbc.demo;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * What an expression may say: fact sheet of Okta, sections 5 to 8.
 *
 * @param operators by attribute; those of {@code *} hold for every other one
 * @param ignoresCase whether upper and lower case are the same
 * @param mayNegate whether there is {@code not}
 * @param mayJoin whether there are {@code and} and {@code or}
 * @param refusal makes the error
 */
record OktaLanguage(
    Map<String, Set<String>> operators,
    boolean ignoresCase,
    boolean mayNegate,
    boolean mayJoin,
    Function<String, OktaRefusal> refusal) {

  private static final Set<String> EQ = Set.of("eq");
  private static final Set<String> DATES = Set.of("eq", "gt", "ge", "lt", "le");
  private static final Set<String> EQ_SW = Set.of("eq", "sw");
  private static final Set<String> ALL_OF_SEARCH = Set.of("eq", "sw", "gt", "ge", "lt", "le", "pr");
  private static final Set<String> WITH_CO = Set.of("eq", "sw", "co", "gt", "ge", "lt", "le", "pr");

  static final OktaLanguage USER_FILTER =
      new OktaLanguage(
          Map.of(
              "status", EQ,
              "lastUpdated", DATES,
              "id", EQ,
              "profile.login", EQ,
              "profile.email", EQ,
              "profile.firstName", EQ,
              "profile.lastName", EQ),
          false,
          false,
          true,
          OktaRefusal::filter);

  static final OktaLanguage USER_SEARCH =
      new OktaLanguage(
          Map.of(
              "profile.firstName", WITH_CO,
              "profile.lastName", WITH_CO,
              "profile.email", WITH_CO,
              "profile.login", WITH_CO,
              "*", ALL_OF_SEARCH),
          true,
          false,
          true,
          OktaRefusal::search);

  static final OktaLanguage GROUP_FILTER =
      new OktaLanguage(
          Map.of("id", EQ, "type", EQ, "lastUpdated", DATES, "lastMembershipUpdated", DATES),
          false,
          false,
          true,
          OktaRefusal::filter);

  static final OktaLanguage GROUP_SEARCH =
      new OktaLanguage(
          Map.of(
              "profile.name", Set.of("eq", "sw", "co"),
              "profile.description", Set.of("eq", "sw", "co"),
              "created", DATES,
              "lastUpdated", DATES,
              "lastMembershipUpdated", DATES,
              "*", EQ_SW),
          true,
          false,
          true,
          OktaRefusal::search);

  static final OktaLanguage APP_FILTER =
      new OktaLanguage(
          Map.of("id", EQ, "status", EQ, "name", EQ, "user.id", EQ, "group.id", EQ),
          false,
          false,
          false,
          OktaRefusal::filter);

  static final OktaLanguage LOG_FILTER =
      new OktaLanguage(
          Map.of(
              "published", Set.of(),
              "*", Set.of("eq", "ne", "co", "sw", "ew", "pr", "gt", "ge", "lt", "le")),
          true,
          true,
          true,
          OktaRefusal::filter);

  /** Fails if an attribute does not take an operator. */
  void check(String attribute, String operator) {
    var allowed = operators.getOrDefault(attribute, operators.getOrDefault("*", Set.of()));
    if (!allowed.contains(operator)) {
      throw refusal.apply("operator " + operator + " cannot be used with attribute " + attribute);
    }
  }
}
