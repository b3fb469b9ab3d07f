package io.workosjdbc.driver;

import java.net.URI;

/** What a connection talks to. */
sealed interface Endpoint {
  /**
   * The API at an address.
   *
   * @param scheme the word before the key in header {@code Authorization}
   * @param apiKey as it was when the connection was opened
   * @param source where it came from
   */
  record Live(URI baseUrl, String scheme, Secret apiKey, KeySource source) implements Endpoint {
    /** One whose key is what it is. */
    Live(URI baseUrl, String scheme, Secret apiKey) {
      this(baseUrl, scheme, apiKey, new KeySource.Given(apiKey));
    }
  }

  /** The built-in demonstration environment. */
  record Demo() implements Endpoint {}
}
