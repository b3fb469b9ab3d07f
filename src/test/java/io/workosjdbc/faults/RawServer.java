package io.workosjdbc.faults;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server that answers with any bytes, at any pace. */
final class RawServer implements AutoCloseable {

  /** Writes an answer; the connection is closed afterwards. */
  @FunctionalInterface
  interface Script {
    void answer(OutputStream out) throws IOException, InterruptedException;
  }

  private final ServerSocket listening;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
  private final List<String> heads = new CopyOnWriteArrayList<>();
  private volatile Script script = out -> {};

  RawServer() {
    try {
      listening = new ServerSocket(0, 50, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    start(this::accept);
  }

  String url() {
    return "http://127.0.0.1:" + listening.getLocalPort();
  }

  void answer(Script next) {
    script = next;
  }

  /** Answers with a list that has nothing in it. */
  void behave() {
    answer(out -> write(out, 200, "", "{\"object\":\"list\",\"data\":[],\"list_metadata\":{}}"));
  }

  /** The requests so far: first lines and headers. */
  List<String> heads() {
    return heads;
  }

  static void write(OutputStream out, int status, String headers, String body) throws IOException {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    text(
        out,
        "HTTP/1.1 %d Status\r\n%sContent-Length: %d\r\nConnection: close\r\n\r\n"
            .formatted(status, headers, bytes.length));
    out.write(bytes);
    out.flush();
  }

  static void text(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }

  private void accept() {
    try {
      while (true) {
        var socket = listening.accept();
        open.add(socket);
        start(() -> serve(socket));
      }
    } catch (IOException closed) {
      // The end of this server.
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      var head = head(new BufferedInputStream(socket.getInputStream()));
      if (!head.isEmpty()) {
        heads.add(head);
        script.answer(socket.getOutputStream());
      }
    } catch (IOException clientGone) {
      // Clients of a hostile server go.
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    } finally {
      open.remove(socket);
    }
  }

  private static String head(InputStream in) throws IOException {
    var head = new StringBuilder();
    for (int c = in.read(); c >= 0; c = in.read()) {
      head.append((char) c);
      if (c == '\n' && head.toString().endsWith("\r\n\r\n")) {
        return head.toString();
      }
    }
    return "";
  }

  private void start(Runnable work) {
    var thread = new Thread(work, "raw-server");
    thread.setDaemon(true);
    threads.add(thread);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    listening.close();
    for (var socket : open) {
      socket.close();
    }
    threads.forEach(Thread::interrupt);
  }
}
