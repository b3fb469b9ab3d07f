package io.workosjdbc.driver;

import io.workosjdbc.resource.Source;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A source as people connect to it.
 *
 * @param name what it is called
 * @param prefix what its URLs begin with
 * @param source its tables
 * @param keys what is known of its keys
 * @param own the properties that it describes otherwise than {@link ConnectionProperty}
 * @param lacking the properties that make no sense with it
 * @param demo starts its demonstration environment
 * @param firstStatement one that uses what most statements use
 */
record Product(
    String name,
    String prefix,
    Source source,
    KeyRule keys,
    Map<ConnectionProperty, PropertySpec> own,
    Set<ConnectionProperty> lacking,
    Supplier<Demo> demo,
    String firstStatement) {

  /** A demonstration environment that runs in this process. */
  record Demo(URI baseUrl, String key, Runnable closing) {
    void close() {
      closing.run();
    }
  }

  Product {
    own = Map.copyOf(own);
    lacking = Set.copyOf(lacking);
  }

  /** What is declared about a property, if the source has it. */
  Optional<PropertySpec> spec(ConnectionProperty property) {
    return lacking.contains(property)
        ? Optional.empty()
        : Optional.of(own.getOrDefault(property, property.spec()));
  }

  /** Its properties. */
  List<ConnectionProperty> properties() {
    return Arrays.stream(ConnectionProperty.values())
        .filter(each -> !lacking.contains(each))
        .toList();
  }

  /** What its properties are called. */
  List<String> propertyNames() {
    return properties().stream().map(this::nameOf).toList();
  }

  /** What a property is called. */
  String nameOf(ConnectionProperty property) {
    return spec(property).map(PropertySpec::name).orElseGet(property::propertyName);
  }

  /** The property of this name or alias, in any case. */
  Optional<ConnectionProperty> named(String text) {
    return properties().stream()
        .filter(property -> spec(property).filter(spec -> spec.answersTo(text)).isPresent())
        .findFirst();
  }

  boolean accepts(String url) {
    return url.startsWith(prefix);
  }

  /** There is one of each prefix. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Product product && product.prefix.equals(prefix);
  }

  @Override
  public int hashCode() {
    return prefix.hashCode();
  }

  @Override
  public String toString() {
    return name;
  }
}
