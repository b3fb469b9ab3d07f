package io.workosjdbc.driver;

import java.net.URI;

/** What a connection talks to. */
sealed interface Endpoint {
  /**
   * The API at an address.
   *
   * @param apiKey as it was when the connection was opened
   * @param source where it came from
   */
  record Live(URI baseUrl, Secret apiKey, KeySource source) implements Endpoint {
    /** One whose key is what it is. */
    Live(URI baseUrl, Secret apiKey) {
      this(baseUrl, apiKey, new KeySource.Given(apiKey));
    }
  }

  /** The built-in demonstration environment. */
  record Demo() implements Endpoint {}
}
