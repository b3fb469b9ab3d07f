package io.workosjdbc.http;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.util.Optional;
import okhttp3.Authenticator;
import okhttp3.Credentials;

/**
 * A proxy to go through. The proxy looks up the API's host name.
 *
 * @param type HTTP (CONNECT for https) or SOCKS
 * @param host a name or an address, without brackets
 * @param port 1 to 65535
 * @param login for an HTTP proxy's Basic authentication
 */
public record ProxySettings(Type type, String host, int port, Optional<Login> login) {
  /** How to talk to it. */
  public enum Type {
    HTTP,
    SOCKS
  }

  /** A user and a password, shown nowhere. */
  public record Login(String user, String password) {
    @Override
    public String toString() {
      return "Login[***]";
    }
  }

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException also for a SOCKS proxy with a login: Java asks one
   *     authenticator of the whole JVM for it, which a driver must not replace
   */
  public ProxySettings {
    if (host.isBlank() || port < 1 || port > 65535) {
      throw new IllegalArgumentException("The proxy must be host:port with a port of 1 to 65535");
    }
    if (type == Type.SOCKS && login.isPresent()) {
      throw new IllegalArgumentException(
          "A SOCKS proxy cannot be given a user and a password here; set a java.net.Authenticator"
              + " in the application, or use an HTTP proxy");
    }
  }

  Proxy toProxy() {
    return switch (type) {
      // OkHttp resolves an unresolved HTTP proxy itself; a SOCKS proxy has to be resolved.
      case HTTP -> new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(host, port));
      case SOCKS -> new Proxy(Proxy.Type.SOCKS, new InetSocketAddress(host, port));
    };
  }

  /** Answers a 407 once with the login. */
  Authenticator authenticator() {
    return (route, response) -> {
      if (login.isEmpty() || response.request().header("Proxy-Authorization") != null) {
        return null;
      }
      var credentials = Credentials.basic(login.get().user(), login.get().password());
      return response.request().newBuilder().header("Proxy-Authorization", credentials).build();
    };
  }
}
