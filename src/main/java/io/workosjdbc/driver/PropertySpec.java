package io.workosjdbc.driver;

import java.util.List;
import java.util.Optional;

/** What is declared about one connection property; built by {@link ConnectionProperty}. */
record PropertySpec(
    String name,
    PropertyType type,
    Optional<String> defaultText,
    boolean secret,
    boolean required,
    List<String> aliases,
    Optional<String> environmentVariable,
    String description) {
  PropertySpec {
    aliases = List.copyOf(aliases);
  }

  static PropertySpec property(String name, PropertyType type, String description) {
    return new PropertySpec(
        name, type, Optional.empty(), false, false, List.of(), Optional.empty(), description);
  }

  /** Whether this is its name or an alias, in any case. */
  boolean answersTo(String text) {
    return name.equalsIgnoreCase(text)
        || aliases.stream().anyMatch(alias -> alias.equalsIgnoreCase(text));
  }

  PropertySpec withDefault(String text) {
    return new PropertySpec(
        name, type, Optional.of(text), secret, required, aliases, environmentVariable, description);
  }

  /** Neither messages nor property sheets show the value. */
  PropertySpec hidden() {
    return new PropertySpec(
        name, type, defaultText, true, required, aliases, environmentVariable, description);
  }

  PropertySpec needed() {
    return new PropertySpec(
        name, type, defaultText, secret, true, aliases, environmentVariable, description);
  }

  PropertySpec alsoNamed(String alias) {
    return new PropertySpec(
        name,
        type,
        defaultText,
        secret,
        required,
        List.of(alias),
        environmentVariable,
        description);
  }

  PropertySpec fromEnvironment(String variable) {
    return new PropertySpec(
        name, type, defaultText, secret, required, aliases, Optional.of(variable), description);
  }
}
