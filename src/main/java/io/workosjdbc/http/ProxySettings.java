package io.workosjdbc.http;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import okhttp3.Authenticator;
import okhttp3.Credentials;

/**
 * A proxy to go through. The proxy looks up the API's host name.
 *
 * @param type HTTP (CONNECT for https) or SOCKS
 * @param host a name or an address, without brackets
 * @param port 1 to 65535
 * @param login for Basic authentication with an HTTP proxy, or RFC 1929 with a SOCKS 5 proxy
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

  private static final String WANTS_LOGIN =
      " wants a user and a password: give proxy as http://user:password@host:port";

  private static final String REFUSES_LOGIN = " refuses the user or the password";

  private static final int LONGEST_OF_SOCKS = 255;

  /** Checks the values. */
  public ProxySettings {
    if (host.isBlank() || port < 1 || port > 65535) {
      throw new IllegalArgumentException("The proxy must be host:port with a port of 1 to 65535");
    }
    if (type == Type.SOCKS
        && login.filter(given -> isLong(given.user()) || isLong(given.password())).isPresent()) {
      throw new IllegalArgumentException("A SOCKS proxy takes users and passwords of 255 bytes");
    }
  }

  private static boolean isLong(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length > LONGEST_OF_SOCKS;
  }

  /** For an HTTP proxy, whose name OkHttp looks up itself. */
  Proxy toProxy() {
    return new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(host, port));
  }

  /** Answers a 407 once with the login. What OkHttp asks beforehand needs no answer. */
  Authenticator authenticator() {
    return (route, response) -> {
      if (login.isEmpty() || response.request().header("Proxy-Authorization") != null) {
        boolean isAsked =
            response.challenges().stream()
                .noneMatch(challenge -> challenge.scheme().equals("OkHttp-Preemptive"));
        if (isAsked && response.request().method().equals("CONNECT")) {
          throw new ProxyRefusal(
              "The proxy " + host + ":" + port + (login.isEmpty() ? WANTS_LOGIN : REFUSES_LOGIN));
        }
        return null;
      }
      var credentials = Credentials.basic(login.get().user(), login.get().password());
      return response.request().newBuilder().header("Proxy-Authorization", credentials).build();
    };
  }
}
