package io.workosjdbc.okta;

import static io.workosjdbc.okta.Lists.TERMS;
import static io.workosjdbc.resource.Expressions.Operator.BEGINS_WITH;
import static io.workosjdbc.resource.Expressions.Operator.CONTAINS;
import static io.workosjdbc.resource.Expressions.Operator.EQUAL;
import static io.workosjdbc.resource.Expressions.Operator.RANGE;

import io.workosjdbc.resource.Column;
import io.workosjdbc.resource.Expressions;
import io.workosjdbc.resource.Expressions.Attribute;
import io.workosjdbc.resource.Expressions.Grammar;
import io.workosjdbc.resource.Extraction;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How users are asked for (api/okta.md section 5). Parameter {@code filter} knows seven attributes
 * and is consistent; {@code search} knows all of them, takes upper and lower case for the same, and
 * asks an index that lags behind by seconds. Inequality is not asked for: what {@code search} takes
 * for the same would be left out, though SQL takes it for different.
 */
final class UserExpressions {

  private static final List<String> STATUSES =
      List.of(
          "ACTIVE",
          "DEPROVISIONED",
          "LOCKED_OUT",
          "PASSWORD_EXPIRED",
          "PROVISIONED",
          "RECOVERY",
          "STAGED",
          "SUSPENDED");

  /**
   * Without a filter, users that were deprovisioned are left out. Whoever has a status that is not
   * in the list was last updated at some time, too.
   */
  private static final String EVERYBODY =
      STATUSES.stream()
          .map(status -> "status eq \"" + status + "\"")
          .collect(
              Collectors.joining(" or ", "", " or lastUpdated ge \"1970-01-01T00:00:00.000Z\""));

  private static final Grammar FILTER =
      Grammar.of(
          "filter",
          TERMS,
          Attribute.naming("id", "id", EQUAL),
          Attribute.of("status", "status", EQUAL),
          Attribute.naming("login", "profile.login", EQUAL),
          Attribute.naming("email", "profile.email", EQUAL),
          Attribute.of("first_name", "profile.firstName", EQUAL),
          Attribute.of("last_name", "profile.lastName", EQUAL),
          Attribute.of("last_updated", "lastUpdated", RANGE));

  private static final List<Attribute> SEARCHED =
      List.of(
          Attribute.of("id", "id", EQUAL, BEGINS_WITH),
          Attribute.of("status", "status", EQUAL, BEGINS_WITH),
          Attribute.of("type_id", "type.id", EQUAL, BEGINS_WITH),
          Attribute.of("login", "profile.login", EQUAL, BEGINS_WITH, CONTAINS),
          Attribute.of("email", "profile.email", EQUAL, BEGINS_WITH, CONTAINS),
          Attribute.of("first_name", "profile.firstName", EQUAL, BEGINS_WITH, CONTAINS),
          Attribute.of("last_name", "profile.lastName", EQUAL, BEGINS_WITH, CONTAINS),
          Attribute.of("created_at", "created", RANGE),
          Attribute.of("activated_at", "activated", RANGE),
          Attribute.of("status_changed", "statusChanged", RANGE),
          Attribute.of("last_updated", "lastUpdated", RANGE));

  static final Expressions USERS =
      Expressions.of(
              FILTER,
              new Grammar("search", TERMS, Stream.concat(SEARCHED.stream(), ofProfile()).toList()))
          .otherwise(EVERYBODY);

  private UserExpressions() {}

  private static Stream<Attribute> ofProfile() {
    return Profile.DETAILS.stream()
        .map(column -> Attribute.of(column.name(), member(column), EQUAL, BEGINS_WITH));
  }

  private static String member(Column column) {
    return ((Extraction.Member) column.extraction()).candidates().get(0).toString();
  }
}
