package io.workosjdbc.driver;

import java.net.URI;

/** What a connection talks to. */
sealed interface Endpoint {
  /** The API at an address. */
  record Live(URI baseUrl, Secret apiKey) implements Endpoint {}

  /** The built-in demonstration environment. */
  record Demo() implements Endpoint {}
}
