package io.workosjdbc.demo;

import java.util.List;

/** A list of the demo Okta that does not go on as it should. */
public enum LinkFault implements Effect {
  /** The right rows, and a link to the next page at another host. */
  ELSEWHERE,
  /** The right rows, and a link to the page that was asked for. */
  SAME_PAGE,
  /** The right rows, and no link. */
  NONE,
  /** No rows, and a link to go on. */
  EMPTY_PAGE;

  private static final String LINK = "Link";
  private static final String NEXT = "; rel=\"next\"";

  @Override
  public Reply around(Request request, Handler next) throws InterruptedException {
    Reply reply = next.answer(request);
    String self = reply.headers().getOrDefault(LINK, "").replaceFirst(">.*", ">");
    return switch (this) {
      case ELSEWHERE ->
          reply.withHeader(LINK, "<https://evil.example/api/v1/users?after=x>" + NEXT);
      case SAME_PAGE -> reply.withHeader(LINK, self + NEXT);
      case NONE -> reply.withoutHeader(LINK);
      case EMPTY_PAGE -> reply.withBody(new Body.Elements(List.of())).withHeader(LINK, self + NEXT);
    };
  }
}
