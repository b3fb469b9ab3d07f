package io.workosjdbc.driver;

import java.net.URI;

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
}
