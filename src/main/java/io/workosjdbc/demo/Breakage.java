package io.workosjdbc.demo;

import java.nio.charset.StandardCharsets;

/** Only a part of the right answer. */
public enum Breakage implements Effect {
  /** The connection closes, no byte sent. */
  CLOSED_WITHOUT_ANSWER,
  /** The connection closes in the middle of the body. */
  CLOSED_IN_BODY,
  /** A complete HTTP answer whose JSON stops in the middle. */
  TRUNCATED_JSON;

  @Override
  public Reply around(Request request, Handler next) throws InterruptedException {
    Reply reply = next.answer(request);
    return switch (this) {
      case CLOSED_WITHOUT_ANSWER -> reply.withDelivery(Delivery.NOTHING);
      case CLOSED_IN_BODY -> reply.withDelivery(Delivery.HALF);
      case TRUNCATED_JSON -> {
        String text = new String(reply.body().bytes(), StandardCharsets.UTF_8);
        yield reply.withBody(new Body.Text(text.substring(0, text.length() / 2)));
      }
    };
  }
}
