package io.workosjdbc.driver;

import java.net.URI;

/** What a connection talks to. */
sealed interface Endpoint {
  /**
   * The API at an address.
   *
   * @param scheme the word before the key in header {@code Authorization}
   */
  record Live(URI baseUrl, String scheme, Secret apiKey) implements Endpoint {}

  /** The built-in demonstration environment. */
  record Demo() implements Endpoint {}
}
