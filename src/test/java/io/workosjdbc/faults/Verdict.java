package io.workosjdbc.faults;

import java.util.List;
import java.util.Optional;

/**
 * What must come of a question while something is wrong: these rows, or a failure.
 *
 * @param isMeant false where the fault is none for this question
 * @param isWhole whether all rows must come; none otherwise
 * @param sqlState of the failure, if it must fail
 */
record Verdict(boolean isMeant, boolean isWhole, Optional<String> sqlState) {
  static final Verdict NOT_FOR_THIS = new Verdict(false, true, Optional.empty());

  static Verdict fails(String sqlState) {
    return new Verdict(true, false, Optional.of(sqlState));
  }

  static Verdict whole() {
    return new Verdict(true, true, Optional.empty());
  }

  /** The service says that there is nothing. */
  static Verdict nothing() {
    return new Verdict(true, false, Optional.empty());
  }

  /** What is wrong with an outcome; empty when it is as it must be. */
  Optional<String> complaint(Outcome outcome, List<String> truth) {
    var expected = isWhole ? truth : List.<String>of();
    if (sqlState.isPresent()) {
      return outcome.failure().isEmpty()
          ? Optional.of("gave " + outcome.rows().size() + " rows instead of " + sqlState.get())
          : outcome.complaint(sqlState.get());
    }
    if (outcome.failure().isPresent()) {
      return Optional.of("failed: " + outcome.failure().get());
    }
    return outcome.rows().equals(expected)
        ? Optional.empty()
        : Optional.of("gave " + outcome.rows().size() + " rows of " + expected.size());
  }

  /** The same where a fault may strike, or pass by: all rows are right, too. */
  Optional<String> complaintOrWhole(Outcome outcome, List<String> truth) {
    return complaint(outcome, truth).filter(wrong -> !outcome.isWhole(truth));
  }
}
