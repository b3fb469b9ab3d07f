package io.workosjdbc.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import okhttp3.Response;

/** A file that is being read while it comes. Whoever opened it closes it, from any thread. */
public final class Download implements AutoCloseable {
  private final Response response;
  private final InputStream stream;
  private final CallScope.Hook hook;

  Download(Response response, Exchange exchange, Failures failures, CallScope.Hook hook) {
    this.response = response;
    this.stream = new Translated(response.body().byteStream(), exchange, failures);
    this.hook = hook;
  }

  /** The bytes; reading them throws an {@link ApiException} when the connection breaks. */
  public InputStream stream() {
    return stream;
  }

  @Override
  public void close() {
    hook.close();
    response.close();
  }

  private static final class Translated extends FilterInputStream {
    private final Exchange exchange;
    private final Failures failures;

    Translated(InputStream in, Exchange exchange, Failures failures) {
      super(in);
      this.exchange = exchange;
      this.failures = failures;
    }

    @Override
    public int read() {
      try {
        return in.read();
      } catch (IOException e) {
        throw failures.broken(exchange, e);
      }
    }

    @Override
    public int read(byte[] bytes, int from, int length) {
      try {
        return in.read(bytes, from, length);
      } catch (IOException e) {
        throw failures.broken(exchange, e);
      }
    }
  }
}
