package io.workosjdbc.log;

import java.util.regex.Pattern;

/** The line of a request without the email addresses in it. */
public final class RequestLine {

  /**
   * Parameters such as {@code email}, what an expression compares with an attribute of such a name,
   * and whatever else has an at sign in it. No look-behinds for the first two: every request has
   * its line masked, and one for events is long.
   */
  private static final Pattern EMAIL =
      Pattern.compile(
          "([?&][^=&]*email[^=&]*=)[^&\\s]+"
              + "|((?:email|login)%20[a-z]{2}%20%22)[^&\\s]+?(?=%22)"
              + "|(?<![^/?&=,\\s])[^/?&=,\\s]*(?:@|%40)[^/?&=,\\s]*",
          Pattern.CASE_INSENSITIVE);

  private RequestLine() {}

  /** Such as {@code GET /user_management/users?limit=100&email=***}. */
  public static String masked(String line) {
    return EMAIL.matcher(line).replaceAll("$1$2***");
  }
}
