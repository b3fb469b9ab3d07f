package io.workosjdbc.demo;

import java.util.Optional;

/**
 * A list that does not go on as it should. All but {@link #EMPTY_WITH_CURSOR} need a request with a
 * cursor.
 */
public enum PageFault implements Effect {
  /** No rows, but a cursor to go on from. */
  EMPTY_WITH_CURSOR,
  /** The right rows, and the cursor that the request came with. */
  REPEATED_CURSOR,
  /** The page before the cursor in place of the one after it. */
  BACKWARDS,
  /** The last row of the page before, then the right rows. */
  REPEATED_ROW;

  @Override
  public Reply around(Request request, Handler next) throws InterruptedException {
    Optional<String> cursor = request.value("after");
    return switch (this) {
      case EMPTY_WITH_CURSOR -> next.answer(request).withList(Body.Page::withoutRows);
      case REPEATED_CURSOR ->
          next.answer(request)
              .withList(page -> cursor.map(id -> page.withMetadata("after", id)).orElse(page));
      case BACKWARDS -> next.answer(request.renamed("after", "before"));
      case REPEATED_ROW -> next.answer(request.repeatingCursorRow());
    };
  }
}
