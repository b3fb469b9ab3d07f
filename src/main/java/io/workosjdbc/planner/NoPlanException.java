package io.workosjdbc.planner;

/** A statement that is right but for which there is no plan; the message is for the user. */
public final class NoPlanException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NoPlanException(Throwable cause) {
    super(
        "This statement has no execution plan: it uses something that workos-jdbc does not support",
        cause);
  }

  NoPlanException(String message) {
    super(message);
  }
}
