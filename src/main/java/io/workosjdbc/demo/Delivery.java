package io.workosjdbc.demo;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** How an answer's bytes go out; the headers are set already. The caller closes the exchange. */
interface Delivery {
  /** As it should be. */
  Delivery WHOLE =
      (exchange, status, body) -> {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
      };

  /** Half of the bytes announced. Closing the exchange then closes the connection. */
  Delivery HALF =
      (exchange, status, body) -> {
        exchange.sendResponseHeaders(status, body.length);
        OutputStream out = exchange.getResponseBody();
        out.write(body, 0, body.length / 2);
        out.flush();
      };

  /** Not a byte. Closing the exchange then closes the connection. */
  Delivery NOTHING = (exchange, status, body) -> {};

  void send(HttpExchange exchange, int status, byte[] body)
      throws IOException, InterruptedException;

  /** Blanks, which JSON allows before a value, until the hold is released; then the body. */
  record Held(Hold hold) implements Delivery {
    private static final long BLANK_EVERY_MILLIS = 20;

    @Override
    public void send(HttpExchange exchange, int status, byte[] body)
        throws IOException, InterruptedException {
      exchange.getResponseHeaders().remove("Content-Encoding");
      exchange.sendResponseHeaders(status, 0);
      OutputStream out = exchange.getResponseBody();
      try {
        while (!releasedAfterBlank(out)) {
          hold.reached().complete(null);
        }
        out.write(body);
      } catch (IOException clientGone) {
        hold.abandoned().complete(null);
        throw clientGone;
      }
    }

    private boolean releasedAfterBlank(OutputStream out) throws IOException, InterruptedException {
      out.write(' ');
      out.flush();
      try {
        hold.released().get(BLANK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
        return true;
      } catch (TimeoutException notYet) {
        return false;
      } catch (ExecutionException cannotHappen) {
        throw new IllegalStateException(cannotHappen);
      }
    }
  }
}
