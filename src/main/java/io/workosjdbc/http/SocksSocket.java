package io.workosjdbc.http;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A socket that reaches its destination through a SOCKS 5 proxy, which also looks the name up (RFC
 * 1928), with a user and a password of its own (RFC 1929). Java's own SOCKS sockets ask the one
 * authenticator of the JVM for those.
 *
 * <p>Failures are {@link SocketException}s and no {@code ConnectException}s, whose words OkHttp
 * replaces.
 */
final class SocksSocket extends Socket {

  private static final int VERSION = 5;
  private static final int NO_LOGIN = 0;
  private static final int LOGIN = 2;
  private static final int LOGIN_VERSION = 1;
  private static final int CONNECT = 1;
  private static final int IPV4 = 1;
  private static final int NAME = 3;
  private static final int IPV6 = 4;

  private final ProxySettings proxy;

  SocksSocket(ProxySettings proxy) {
    this.proxy = proxy;
  }

  @Override
  public void connect(SocketAddress destination) throws IOException {
    connect(destination, 0);
  }

  @Override
  public void connect(SocketAddress destination, int timeoutMillis) throws IOException {
    if (!(destination instanceof InetSocketAddress to)) {
      throw new SocketException("No internet address: " + destination);
    }
    super.connect(new InetSocketAddress(proxy.host(), proxy.port()), timeoutMillis);
    int before = getSoTimeout();
    setSoTimeout(timeoutMillis);
    try {
      var in = new DataInputStream(getInputStream());
      var out = new DataOutputStream(getOutputStream());
      greet(in, out);
      ask(to, in, out);
    } finally {
      setSoTimeout(before);
    }
  }

  private void greet(DataInputStream in, DataOutputStream out) throws IOException {
    int method = proxy.login().isPresent() ? LOGIN : NO_LOGIN;
    out.write(new byte[] {VERSION, 1, (byte) method});
    out.flush();
    check(in.readUnsignedByte() == VERSION, "is no SOCKS 5 proxy");
    int chosen = in.readUnsignedByte();
    if (chosen != method) {
      throw refusal(
          proxy.login().isPresent()
              ? "takes no user and password"
              : "wants a user and a password: give proxy as socks5://user:password@host:port");
    }
    if (proxy.login().isPresent()) {
      logIn(proxy.login().get(), in, out);
    }
  }

  private void logIn(ProxySettings.Login login, DataInputStream in, DataOutputStream out)
      throws IOException {
    out.write(LOGIN_VERSION);
    text(login.user(), out);
    text(login.password(), out);
    out.flush();
    in.readUnsignedByte();
    if (in.readUnsignedByte() != 0) {
      throw refusal("refuses the user or the password");
    }
  }

  private void ask(InetSocketAddress to, DataInputStream in, DataOutputStream out)
      throws IOException {
    out.write(new byte[] {VERSION, CONNECT, 0});
    address(to, out);
    out.writeShort(to.getPort());
    out.flush();
    check(in.readUnsignedByte() == VERSION, "answers in another version");
    int reply = in.readUnsignedByte();
    check(reply == 0, "does not connect to " + to.getHostString() + ": " + inWords(reply));
    in.readUnsignedByte();
    skipAddress(in);
    in.readUnsignedShort();
  }

  /** By name, unless it was written as an address. */
  private static void address(InetSocketAddress to, DataOutputStream out) throws IOException {
    var literal = ProxiedNames.literal(to.getHostString()).map(InetAddress::getAddress);
    if (literal.isEmpty()) {
      out.write(NAME);
      text(to.getHostString(), out);
    } else {
      out.write(literal.get().length == 4 ? IPV4 : IPV6);
      out.write(literal.get());
    }
  }

  private void skipAddress(DataInputStream in) throws IOException {
    int length =
        switch (in.readUnsignedByte()) {
          case IPV4 -> 4;
          case NAME -> in.readUnsignedByte();
          case IPV6 -> 16;
          default -> -1;
        };
    check(length >= 0, "gives an address of no known kind");
    in.readFully(new byte[length]);
  }

  /** A length of one byte, and so many bytes; {@link ProxySettings} has checked the length. */
  private static void text(String text, DataOutputStream out) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.write(bytes.length);
    out.write(bytes);
  }

  private static String inWords(int reply) {
    return Optional.of(reply)
        .filter(code -> code >= 1 && code <= 8)
        .map(
            code ->
                switch (code) {
                  case 2 -> "its rules do not allow it";
                  case 3 -> "network unreachable";
                  case 4 -> "host unreachable";
                  case 5 -> "connection refused";
                  case 6 -> "it took too long";
                  case 7, 8 -> "not supported";
                  default -> "a failure of its own";
                })
        .orElse("code " + reply);
  }

  private void check(boolean right, String problem) throws IOException {
    if (!right) {
      throw new SocketException(said(problem));
    }
  }

  private ProxyRefusal refusal(String problem) {
    return new ProxyRefusal(said(problem));
  }

  private String said(String problem) {
    return "The SOCKS proxy " + proxy.host() + ":" + proxy.port() + " " + problem;
  }
}
