package io.workosjdbc.http;

import java.net.SocketException;

/** A proxy does not let the driver through, and would not the next time. */
final class ProxyRefusal extends SocketException {
  private static final long serialVersionUID = 1;

  ProxyRefusal(String message) {
    super(message);
  }
}
