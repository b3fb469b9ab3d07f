package io.workosjdbc.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.google.common.base.Splitter;
import com.google.common.net.HostAndPort;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A forward proxy on loopback, that speaks CONNECT or SOCKS 5 and writes down what it was asked:
 * {@code CONNECT host:port} or {@code SOCKS name:port}.
 */
public final class LocalProxy implements AutoCloseable {

  private interface Protocol {
    /** Connects to what the client asks for; empty when it was refused. */
    Optional<Socket> accept(Socket client) throws IOException;
  }

  private final ServerSocket server;
  private final Optional<String> login;
  private final Protocol protocol;
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final AtomicInteger logins = new AtomicInteger();
  private final List<String> headers = new CopyOnWriteArrayList<>();
  private final List<Socket> open = new CopyOnWriteArrayList<>();

  private LocalProxy(boolean socks, Optional<String> login) {
    this.login = login;
    this.protocol = socks ? this::socks : this::connect;
    try {
      server = new ServerSocket(0, 50, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    start(this::serve);
  }

  public static LocalProxy http(Optional<String> login) {
    return new LocalProxy(false, login);
  }

  /**
   * A SOCKS proxy.
   *
   * @param login {@code user:password}, if it wants one
   */
  public static LocalProxy socks(Optional<String> login) {
    return new LocalProxy(true, login);
  }

  public int port() {
    return server.getLocalPort();
  }

  public List<String> asked() {
    return List.copyOf(asked);
  }

  /** How often somebody logged in to a SOCKS proxy, or tried to. */
  int logins() {
    return logins.get();
  }

  /** The headers of every CONNECT. */
  List<String> headers() {
    return List.copyOf(headers);
  }

  private void serve() {
    try {
      while (true) {
        var client = server.accept();
        open.add(client);
        start(() -> serve(client));
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  private void serve(Socket client) {
    try (client) {
      var target = protocol.accept(client);
      if (target.isPresent()) {
        try (var to = target.get()) {
          open.add(to);
          start(() -> copy(to, client));
          client.getInputStream().transferTo(to.getOutputStream());
        }
      }
    } catch (IOException closed) {
      // One of both has ended.
    }
  }

  private static void copy(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
      to.shutdownOutput();
    } catch (IOException closed) {
      // One of both has ended.
    }
  }

  private Optional<Socket> connect(Socket client) throws IOException {
    var head = head(client.getInputStream());
    if (head.isEmpty()) {
      return Optional.empty();
    }
    var target = HostAndPort.fromString(Splitter.on(' ').splitToList(head.get(0)).get(1));
    asked.add("CONNECT " + target);
    headers.addAll(head.subList(1, head.size()));
    var wanted =
        login.map(
            text ->
                "Proxy-Authorization: Basic "
                    + Base64.getEncoder().encodeToString(text.getBytes(ISO_8859_1)));
    if (wanted.isPresent() && !head.contains(wanted.get())) {
      answer(
          client,
          "HTTP/1.1 407 No",
          "Proxy-Authenticate: Basic realm=\"x\"",
          "Content-Length: 0",
          "Connection: close");
      return Optional.empty();
    }
    var to = new Socket(target.getHost(), target.getPort());
    answer(client, "HTTP/1.1 200 OK");
    return Optional.of(to);
  }

  private static void answer(Socket client, String... lines) throws IOException {
    var text = String.join("\r\n", lines) + "\r\n\r\n";
    client.getOutputStream().write(text.getBytes(ISO_8859_1));
  }

  /** The lines of a request up to the empty one. */
  private static List<String> head(InputStream in) throws IOException {
    var lines = new ArrayList<String>();
    var line = new StringBuilder();
    for (int c = in.read(); c >= 0; c = in.read()) {
      if (c == '\n' && line.isEmpty()) {
        return lines;
      } else if (c == '\n') {
        lines.add(line.toString());
        line.setLength(0);
      } else if (c != '\r') {
        line.append((char) c);
      }
    }
    return List.of();
  }

  private Optional<Socket> socks(Socket client) throws IOException {
    var in = new DataInputStream(client.getInputStream());
    var out = client.getOutputStream();
    in.readUnsignedByte();
    var offered = new byte[in.readUnsignedByte()];
    in.readFully(offered);
    int method = login.isPresent() ? 2 : 0;
    boolean isOffered = new String(offered, ISO_8859_1).indexOf(method) >= 0;
    out.write(new byte[] {5, (byte) (isOffered ? method : 0xff)});
    if (!isOffered || (login.isPresent() && !logIn(in, out))) {
      return Optional.empty();
    }
    in.readFully(new byte[3]);
    var host = host(in);
    int port = in.readUnsignedShort();
    asked.add("SOCKS " + host + ":" + port);
    try {
      var to = new Socket(host, port);
      out.write(new byte[] {5, 0, 0, 1, 0, 0, 0, 0, 0, 0});
      return Optional.of(to);
    } catch (IOException refused) {
      out.write(new byte[] {5, 5, 0, 1, 0, 0, 0, 0, 0, 0});
      return Optional.empty();
    }
  }

  private boolean logIn(DataInputStream in, OutputStream out) throws IOException {
    in.readUnsignedByte();
    boolean right = login.equals(Optional.of(text(in) + ":" + text(in)));
    logins.incrementAndGet();
    out.write(new byte[] {1, (byte) (right ? 0 : 1)});
    return right;
  }

  private static String host(DataInputStream in) throws IOException {
    if (in.readUnsignedByte() == 3) {
      return text(in);
    }
    var address = new byte[4];
    in.readFully(address);
    return InetAddress.getByAddress(address).getHostAddress();
  }

  private static String text(DataInputStream in) throws IOException {
    var bytes = new byte[in.readUnsignedByte()];
    in.readFully(bytes);
    return new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
  }

  private static void start(Runnable task) {
    var thread = new Thread(task, "proxy");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (var socket : open) {
      socket.close();
    }
  }
}
