package io.workosjdbc.log;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a statement without the values in it: people's names and addresses are looked for in
 * texts and long numbers. Instants and intervals stay, because they are what a slow statement is
 * understood by. Comments go, because they may say anything.
 */
public final class StatementText {

  private static final int LONGEST = 2_000;

  private static final Pattern PARTS =
      Pattern.compile(
          """
          (?<interval>\\binterval\\s+'[^']{0,40}') | (?<text>'(?:[^']|'')*+(?:'|\\z)) \
          | (?<name>"(?:[^"]|"")*+"?) | (?<comment>--[^\\n]*+|/\\*(?s:.*?)(?:\\*/|\\z)) \
          | (?<number>(?<![\\w.])\\d{7,}(?:\\.\\d*)?)""",
          Pattern.COMMENTS | Pattern.CASE_INSENSITIVE);

  private static final Pattern INSTANT =
      Pattern.compile("'\\d{4}-\\d{2}-\\d{2}(?:[ T][\\d:.]*(?:Z|[+-][\\d:]+)?)?'");

  private StatementText() {}

  /** Such as {@code select id from workos_user where email = '?'}; long ones are cut. */
  public static String masked(String sql) {
    var masked = PARTS.matcher(sql).replaceAll(part -> quoted(mask(part))).strip();
    return masked.length() <= LONGEST ? masked : masked.substring(0, LONGEST) + "...";
  }

  private static String quoted(String replacement) {
    return Matcher.quoteReplacement(replacement);
  }

  private static String mask(MatchResult part) {
    String text = part.group();
    if (part.group(2) != null) {
      return INSTANT.matcher(text).matches() ? text : "'?'";
    }
    if (part.group(4) != null) {
      return " ";
    }
    return part.group(5) != null ? "?" : text;
  }
}
