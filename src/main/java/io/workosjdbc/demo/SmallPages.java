package io.workosjdbc.demo;

/** The right answer in pages of at most so many rows, as services may do at any time. */
public record SmallPages(int rows) implements Effect {
  public SmallPages {
    if (rows < 1) {
      throw new IllegalArgumentException("a page without rows");
    }
  }

  @Override
  public Reply around(Request request, Handler next) throws InterruptedException {
    return next.answer(request.valued("limit", limit -> Math.min(rows, limit)));
  }
}
