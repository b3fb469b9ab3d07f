package io.workosjdbc.okta;

import static io.workosjdbc.resource.Column.text;

import io.workosjdbc.resource.Column;
import java.util.List;

/** The attributes of Okta's own profile of a user (api/okta.md section 5). */
final class Profile {

  /** Those that every user has. */
  static final List<Column> NAMES =
      List.of(
          of("login", "login", "The name that they sign in with, mostly an email address."),
          of("email", "email", "Email address."),
          of("first_name", "firstName", "First name."),
          of("last_name", "lastName", "Last name."));

  /** Those that may be empty. */
  static final List<Column> DETAILS =
      List.of(
          of("second_email", "secondEmail", "Second email address, for recovery."),
          of("middle_name", "middleName", "Middle name."),
          of("display_name", "displayName", "Name, as people read it."),
          of("nick_name", "nickName", "What people call them."),
          of("honorific_prefix", "honorificPrefix", "What stands before the name, such as Dr."),
          of("honorific_suffix", "honorificSuffix", "What stands after the name."),
          of("title", "title", "Job title."),
          of("department", "department", "Department."),
          of("division", "division", "Division."),
          of("organization", "organization", "Organization, as text."),
          of("cost_center", "costCenter", "Cost center."),
          of("employee_number", "employeeNumber", "Employee number."),
          of("user_type", "userType", "Kind of employment, such as Contractor."),
          of("manager", "manager", "Name of their manager."),
          of("manager_id", "managerId", "Identifier of their manager, in whatever system."),
          of("mobile_phone", "mobilePhone", "Mobile phone number."),
          of("primary_phone", "primaryPhone", "Phone number."),
          of("street_address", "streetAddress", "Street and number."),
          of("city", "city", "City."),
          of("state", "state", "State or region."),
          of("zip_code", "zipCode", "Postal code."),
          of("country_code", "countryCode", "Country, such as DE."),
          of("postal_address", "postalAddress", "Where letters are sent to."),
          of("locale", "locale", "Locale, such as en_US."),
          of("preferred_language", "preferredLanguage", "Preferred language, such as en."),
          of("timezone", "timezone", "Time zone, such as Europe/Berlin."),
          of("profile_url", "profileUrl", "Their page, as a URL."));

  private Profile() {}

  private static Column of(String name, String attribute, String description) {
    return text(name, description).from("profile." + attribute);
  }
}
