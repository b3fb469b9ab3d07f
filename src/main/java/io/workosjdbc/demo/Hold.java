package io.workosjdbc.demo;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * The right answer, when the test says so. Tests wait on {@link #reached()} instead of sleeping.
 * Closing the server ends it, too.
 */
public final class Hold implements Effect {
  private final boolean inBody;
  private final CompletableFuture<Void> reached = new CompletableFuture<>();
  private final CompletableFuture<Void> released = new CompletableFuture<>();
  private final CompletableFuture<Void> abandoned = new CompletableFuture<>();

  private Hold(boolean inBody) {
    this.inBody = inBody;
  }

  /** Sends nothing until {@link #release()}. */
  public static Hold beforeAnswer() {
    return new Hold(false);
  }

  /**
   * Sends the status, the headers and then a blank now and then, until {@link #release()} lets the
   * body follow; notices when the client goes away.
   */
  public static Hold inBody() {
    return new Hold(true);
  }

  /** Lets all requests held here go on. */
  public void release() {
    released.complete(null);
  }

  /** Completes when the first request is held. */
  public CompletableFuture<Void> reached() {
    return reached;
  }

  /** Completes when a client closed the connection while {@link #inBody()} held its answer. */
  public CompletableFuture<Void> abandoned() {
    return abandoned;
  }

  @Override
  public Reply around(Request request, Handler next) throws InterruptedException {
    if (inBody) {
      return next.answer(request).withDelivery(new Delivery.Held(this));
    }
    reached.complete(null);
    try {
      released.get();
    } catch (ExecutionException cannotHappen) {
      throw new IllegalStateException(cannotHappen);
    }
    return next.answer(request);
  }

  CompletableFuture<Void> released() {
    return released;
  }
}
