package io.workosjdbc.demo;

import java.util.Map;
import java.util.function.UnaryOperator;

/** An answer and the way it goes out. */
record Reply(int status, Map<String, String> headers, Body body, Delivery delivery) {
  Reply {
    headers = Map.copyOf(headers);
  }

  static Reply json(int status, Body body) {
    return new Reply(
        status, Map.of("Content-Type", "application/json; charset=utf-8"), body, Delivery.WHOLE);
  }

  Reply withBody(Body newBody) {
    return new Reply(status, headers, newBody, delivery);
  }

  /** Changes a list; anything else stays as it is. */
  Reply withList(UnaryOperator<Body.Page> change) {
    return body instanceof Body.Page page ? withBody(change.apply(page)) : this;
  }

  Reply withDelivery(Delivery newDelivery) {
    return new Reply(status, headers, body, newDelivery);
  }
}
