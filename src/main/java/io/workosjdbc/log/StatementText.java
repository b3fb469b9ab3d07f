package io.workosjdbc.log;

import java.util.regex.Pattern;

/**
 * The text of a statement without the values in it: people's names and addresses are looked for in
 * texts and long numbers. Instants and intervals stay, because they are what a slow statement is
 * understood by. Comments go, because they may say anything.
 */
public final class StatementText {

  private static final int LONGEST = 2_000;

  /** Longer numbers may be those of a telephone. */
  private static final int LONGEST_NUMBER = 6;

  /** Longer texts are no instants. */
  private static final int LONGEST_INSTANT = 40;

  private static final Pattern INSTANT =
      Pattern.compile("'\\d{4}-\\d{2}-\\d{2}(?:[ T][\\d:.]*(?:Z|[+-][\\d:]+)?)?'");

  private static final Pattern AFTER_INTERVAL =
      Pattern.compile("\\binterval\\s+\\z", Pattern.CASE_INSENSITIVE);

  private final String sql;
  private final StringBuilder masked = new StringBuilder();
  private int at;

  private StatementText(String sql) {
    this.sql = sql;
  }

  /** Such as {@code select id from workos_user where email = '?'}; long ones are cut. */
  public static String masked(String sql) {
    return cut(new StatementText(sql).mask().strip());
  }

  /** As much of a text as the log keeps. */
  public static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
  }

  private String mask() {
    while (at < sql.length() && masked.length() <= LONGEST) {
      char next = sql.charAt(at);
      if (next == '\'') {
        var text = take(quotedEnd('\''));
        masked.append(mayBeShown(text) ? text : "'?'");
      } else if (next == '"') {
        masked.append(take(quotedEnd('"')));
      } else if (sql.startsWith("--", at)) {
        skip("\n", 0);
      } else if (sql.startsWith("/*", at)) {
        skip("*/", 2);
      } else if (Character.isLetterOrDigit(next) || next == '_') {
        var word = take(wordEnd());
        boolean isLong = Character.isDigit(next) && word.length() > LONGEST_NUMBER;
        masked.append(isLong ? "?" : word);
      } else {
        masked.append(take(at + 1));
      }
    }
    return masked.toString();
  }

  private String take(int end) {
    var taken = sql.substring(at, end);
    at = end;
    return taken;
  }

  /** Leaves out what ends with these words, which count or not. */
  private void skip(String words, int counting) {
    int found = sql.indexOf(words, at + counting);
    at = found < 0 ? sql.length() : found + counting;
    masked.append(' ');
  }

  /** Behind the quote that ends what begins here; two of them stand for one. */
  private int quotedEnd(char quote) {
    int end = at + 1;
    while (end < sql.length()) {
      if (sql.charAt(end) != quote) {
        end++;
      } else if (end + 1 < sql.length() && sql.charAt(end + 1) == quote) {
        end += 2;
      } else {
        return end + 1;
      }
    }
    return end;
  }

  private int wordEnd() {
    int end = at;
    while (end < sql.length()
        && (Character.isLetterOrDigit(sql.charAt(end)) || sql.charAt(end) == '_')) {
      end++;
    }
    return end;
  }

  private boolean mayBeShown(String text) {
    if (text.length() > LONGEST_INSTANT) {
      return false;
    }
    int tail = Math.max(0, masked.length() - LONGEST_INSTANT);
    return INSTANT.matcher(text).matches() || AFTER_INTERVAL.matcher(masked.substring(tail)).find();
  }
}
