package io.workosjdbc.http;

import com.google.common.base.Splitter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import okhttp3.Response;

/**
 * The link of relation {@code next} in an answer's {@code Link} headers (RFC 8288): several lines,
 * or one line joined by commas.
 *
 * @param target what to ask {@link ApiClient#get} for, percent-encoded as it came; empty when the
 *     link leads out of the base URL, where the key must not go
 * @param origin scheme, host and port that it leads to
 */
public record NextLink(Optional<String> target, String origin) {
  private static final String VALUE = "(?:\\s*=\\s*(?:\"([^\"]*)\"|([^\\s;,]*)))?";
  private static final Pattern PARAMETER = Pattern.compile("\\s*;\\s*([^\\s=;,]+)" + VALUE);
  private static final Pattern LINK = Pattern.compile("<([^>]*)>((?:" + PARAMETER + ")*)");

  static Optional<NextLink> of(Response response, BaseUrl baseUrl) {
    for (String line : response.headers("Link")) {
      Matcher links = LINK.matcher(line);
      while (links.find()) {
        if (isNext(links.group(2))) {
          return Optional.of(to(response.request().url(), links.group(1).strip(), baseUrl));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isNext(String parameters) {
    Matcher each = PARAMETER.matcher(parameters);
    while (each.find()) {
      String value = each.group(2) == null ? each.group(3) : each.group(2);
      if (each.group(1).equalsIgnoreCase("rel") && value != null) {
        return Splitter.on(' ').splitToStream(value).anyMatch("next"::equalsIgnoreCase);
      }
    }
    return false;
  }

  private static NextLink to(HttpUrl from, String link, BaseUrl baseUrl) {
    HttpUrl url = from.resolve(link);
    return url == null
        ? new NextLink(Optional.empty(), "no valid URL")
        : new NextLink(
            baseUrl.relative(url),
            CleanText.line(url.scheme() + "://" + url.host() + ":" + url.port()));
  }
}
