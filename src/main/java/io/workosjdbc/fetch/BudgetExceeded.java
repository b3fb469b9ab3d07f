package io.workosjdbc.fetch;

/**
 * A statement needs more than its {@link Budget}, or is refused because it would cost too much. The
 * message is for the user: it names the bound and how to go on.
 */
public final class BudgetExceeded extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String spent;

  private BudgetExceeded(String message, String spent) {
    super(message);
    this.spent = spent;
  }

  /** A statement that is refused before it sends anything. */
  public static BudgetExceeded refused(String message) {
    return new BudgetExceeded(message, "");
  }

  static BudgetExceeded requests(long most) {
    return of("its budget of %,d requests (property maxRequests)".formatted(most));
  }

  static BudgetExceeded rows(long most) {
    return of("its budget of %,d rows read (property maxRows)".formatted(most));
  }

  private static BudgetExceeded of(String spent) {
    return new BudgetExceeded(
        "The statement needs more than "
            + spent
            + ". Raise it, ask for less, or set onBudget=warn to get the rows so far",
        spent);
  }

  /** The bound, in words. */
  String spent() {
    return spent;
  }
}
