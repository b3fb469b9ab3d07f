package io.workosjdbc.driver;

import io.workosjdbc.driver.Choices.OnEnvironmentError;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What a connection talks to. */
sealed interface Endpoint {
  /**
   * The API at an address.
   *
   * @param keys what is known of its keys
   * @param apiKey as it was when the connection was opened
   * @param source where it came from
   */
  record Live(URI baseUrl, KeyRule keys, Secret apiKey, KeySource source) implements Endpoint {
    /** One whose key is what it is. */
    Live(URI baseUrl, KeyRule keys, Secret apiKey) {
      this(baseUrl, keys, apiKey, new KeySource.Given(apiKey));
    }

    /** The word before the key in header {@code Authorization}. */
    String scheme() {
      return keys.scheme().apply(apiKey.value());
    }
  }

  /** The built-in demonstration environment. */
  record Demo() implements Endpoint {}

  /**
   * Several environments.
   *
   * @param members what each was asked to be, under the name of its schema; one or more
   * @param onError what becomes of a statement over all of them when one fails
   * @param name the name of the schema over all of the first one's source, if not the usual one
   */
  record Several(
      List<ConnectionSettings> members, OnEnvironmentError onError, Optional<String> name)
      implements Endpoint {
    public Several {
      members = List.copyOf(members);
    }
  }

  /**
   * What a model names.
   *
   * @param given what was given to the connection
   */
  record OfModel(Path file, PropertyValues given) implements Endpoint {}
}
