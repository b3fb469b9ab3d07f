package io.workosjdbc.log;

import java.util.regex.Pattern;

/** The line of a request without the email addresses in it. */
public final class RequestLine {

  /** Parameters such as {@code email}. */
  private static final Pattern PARAMETER =
      Pattern.compile("([?&][^=&]*email[^=&]*=)[^&\\s]+", Pattern.CASE_INSENSITIVE);

  /** What an expression compares with an attribute of such a name. */
  private static final Pattern COMPARED =
      Pattern.compile(
          "((?:email|login)%20[a-z]{2}%20%22)[^&\\s]+?(?=%22)", Pattern.CASE_INSENSITIVE);

  /** Whatever else has an at sign in it. */
  private static final Pattern ADDRESS =
      Pattern.compile("(?<![^/?&=,\\s])[^/?&=,\\s]*(?:@|%40)[^/?&=,\\s]*");

  private RequestLine() {}

  /**
   * Such as {@code GET /user_management/users?limit=100&email=***}. Every request has its line
   * masked, and one for events is long, so that what is not there is not looked for closely.
   */
  public static String masked(String line) {
    String masked = PARAMETER.matcher(line).replaceAll("$1***");
    if (masked.contains("%20%22")) {
      masked = COMPARED.matcher(masked).replaceAll("$1***");
    }
    if (masked.contains("@") || masked.contains("%40")) {
      masked = ADDRESS.matcher(masked).replaceAll("***");
    }
    return masked;
  }
}
