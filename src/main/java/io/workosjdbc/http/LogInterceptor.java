package io.workosjdbc.http;

import java.io.IOException;
import java.time.Duration;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.slf4j.Logger;
import org.slf4j.event.Level;

/** Logs one line per attempt. */
record LogInterceptor(Logger logger, Level level, LogLine line) implements Interceptor {
  @Override
  public Response intercept(Chain chain) throws IOException {
    var exchange = Exchange.of(chain.request());
    if (!logger.isEnabledForLevel(level)) {
      return chain.proceed(chain.request());
    }
    try {
      Response response = chain.proceed(chain.request());
      log(line.answered(exchange, response, took(exchange)));
      return response;
    } catch (IOException | ApiException e) {
      log(line.failed(exchange, e, took(exchange)));
      throw e;
    }
  }

  private void log(String text) {
    logger.atLevel(level).log(text);
  }

  private static Duration took(Exchange exchange) {
    return Duration.between(exchange.sentAt(), exchange.now());
  }
}
