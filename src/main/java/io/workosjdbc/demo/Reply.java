package io.workosjdbc.demo;

import java.util.HashMap;
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

  /** The same with one header more, or that header replaced. */
  Reply withHeader(String name, String value) {
    var more = new HashMap<>(headers);
    more.put(name, value);
    return new Reply(status, more, body, delivery);
  }

  /** The same without a header. */
  Reply withoutHeader(String name) {
    var fewer = new HashMap<>(headers);
    fewer.remove(name);
    return new Reply(status, fewer, body, delivery);
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
