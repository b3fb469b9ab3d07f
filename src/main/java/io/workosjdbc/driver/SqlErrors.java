package io.workosjdbc.driver;

import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Turns whatever was thrown into an {@link SQLException} with an SQLState and one line of message.
 */
final class SqlErrors {
  private static final int LONGEST_MESSAGE = 400;
  private static final List<Rule> RULES =
      List.of(
          ApiErrors::translate,
          BudgetErrors::translate,
          CalciteErrors::translate,
          ValueErrors::translate,
          SqlErrors::already);

  /** Statements quoted in messages may hold what moves a terminal's cursor. */
  private static final Pattern UNSEEN = Pattern.compile("[\\p{C}&&[^\\p{Cn}]]");

  /** Recognises one kind of failure; looks at the failure itself and not at its causes. */
  interface Rule {
    Optional<SQLException> translate(Throwable failure);
  }

  private SqlErrors() {}

  /** The outermost failure of the chain that some rule recognises decides. */
  static SQLException translate(Throwable failure) {
    List<Throwable> chain = chain(failure);
    for (Throwable link : chain) {
      for (Rule rule : RULES) {
        Optional<SQLException> translated = rule.translate(link);
        if (translated.isPresent()) {
          return translated.get();
        }
      }
    }
    return unrecognised(failure, chain);
  }

  /** The first line of a message, in visible characters, cut to a length that fits a status bar. */
  static String firstLine(String message) {
    String line = UNSEEN.matcher(message.strip().lines().findFirst().orElse("")).replaceAll("?");
    line = line.strip();
    return line.length() <= LONGEST_MESSAGE ? line : line.substring(0, LONGEST_MESSAGE) + "...";
  }

  /** The message of a failure, or its type if it has none. */
  static String messageOf(Throwable failure) {
    String message = failure.getMessage();
    return message == null || message.isBlank()
        ? failure.getClass().getSimpleName()
        : firstLine(message);
  }

  private static Optional<SQLException> already(Throwable failure) {
    if (failure instanceof SQLException translated && translated.getSQLState() != null) {
      return Optional.of(translated);
    }
    if (failure instanceof SQLFeatureNotSupportedException) {
      return Optional.of(SqlState.UNSUPPORTED.error("Not supported by workos-jdbc", failure));
    }
    return Optional.empty();
  }

  private static SQLException unrecognised(Throwable failure, List<Throwable> chain) {
    Throwable root = chain.get(chain.size() - 1);
    return SqlState.INTERNAL.error(
        root instanceof SQLException
            ? messageOf(root)
            : "Unexpected " + root.getClass().getSimpleName() + ": " + messageOf(root),
        failure);
  }

  private static List<Throwable> chain(Throwable failure) {
    List<Throwable> chain = new ArrayList<>();
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Throwable link = failure; link != null && seen.add(link); link = link.getCause()) {
      chain.add(Recalled.of(link));
    }
    return chain;
  }
}
