package io.workosjdbc.fetch;

import io.workosjdbc.request.Request;
import io.workosjdbc.request.Window;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Pages of which it is found out when the first one is wanted where they come from, because that
 * may take a request. One thread at a time.
 */
final class RenewedPages implements Pages {

  private final Request request;
  private final Supplier<Pages> opening;
  private Optional<Pages> opened = Optional.empty();

  RenewedPages(Request request, Supplier<Pages> opening) {
    this.request = request;
    this.opening = opening;
  }

  @Override
  public ObjectPage page(int index, Optional<String> cursor) {
    if (opened.isEmpty()) {
      opened = Optional.of(opening.get());
    }
    return opened.get().page(index, cursor);
  }

  @Override
  public Request answered() {
    return opened.map(Pages::answered).orElse(request);
  }

  @Override
  public Pages within(Window window) {
    throw new IllegalStateException("Lists with a time range are not kept: " + request.line());
  }

  @Override
  public void forget() {
    opened.ifPresent(Pages::forget);
  }
}
