package io.workosjdbc.demo;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Writes answers: headers, compression when the client asks, and the reply's own way of delivery.
 */
record Sender(String requestIdHeader, RateWindow rateWindow, boolean gzip) {

  void send(HttpExchange exchange, Reply reply, String requestId)
      throws IOException, InterruptedException {
    var headers = exchange.getResponseHeaders();
    headers.set(requestIdHeader, requestId);
    rateWindow.writeTo(headers);
    reply.headers().forEach(headers::set);
    byte[] body = reply.body().bytes();
    String accepted =
        Optional.ofNullable(exchange.getRequestHeaders().getFirst("Accept-Encoding")).orElse("");
    if (gzip
        && reply.delivery().equals(Delivery.WHOLE)
        && accepted.contains("gzip")
        && body.length > 0) {
      headers.set("Content-Encoding", "gzip");
      body = compressed(body);
    }
    reply.delivery().send(exchange, reply.status(), body);
  }

  private static byte[] compressed(byte[] body) {
    var out = new ByteArrayOutputStream(body.length / 4);
    try (var compressing = new FastGzip(out)) {
      compressing.write(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** On loopback, speed is all that counts. */
  private static final class FastGzip extends GZIPOutputStream {
    FastGzip(ByteArrayOutputStream out) throws IOException {
      super(out);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }
}
