package io.workosjdbc.http;

import com.google.common.base.CharMatcher;
import com.google.common.net.InetAddresses;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/** The URL that every target is relative to, and the only origin that may see the key. */
public final class BaseUrl {
  private static final CharMatcher IN_TARGET =
      CharMatcher.inRange('A', 'Z')
          .or(CharMatcher.inRange('a', 'z'))
          .or(CharMatcher.inRange('0', '9'))
          .or(CharMatcher.anyOf("-._~!$&'()*+,;=:@/?[]%"))
          .precomputed();
  private static final Pattern NO_ENCODING = Pattern.compile("%(?![0-9A-Fa-f]{2})");
  private static final Pattern HEADER_SAFE = Pattern.compile("[\\x20-\\x7e]*");

  private final HttpUrl url;
  private final String prefix;
  private final String pathPrefix;

  private BaseUrl(HttpUrl url) {
    this.url = url;
    this.prefix = withoutSlash(url.toString());
    this.pathPrefix = withoutSlash(url.encodedPath());
  }

  private static String withoutSlash(String text) {
    return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
  }

  static BaseUrl of(URI uri) {
    check(uri);
    return new BaseUrl(HttpUrl.get(uri.toString()));
  }

  /**
   * Accepts https, and http to a loopback host, both without user, query and fragment
   * (api/workos.md section 1: plain HTTP is only for a server on the same machine).
   *
   * @throws IllegalArgumentException saying what is wrong, without any user or password in it
   */
  public static void check(URI uri) {
    String scheme = Optional.ofNullable(uri.getScheme()).orElse("").toLowerCase(Locale.ROOT);
    String host = Optional.ofNullable(uri.getHost()).orElse("");
    if (host.isEmpty() || HttpUrl.parse(uri.toString()) == null) {
      throw wrong("is no URL of the form https://host[:port][/path]");
    }
    if (uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
      throw wrong("must have no user, no query and no fragment");
    }
    if (!scheme.equals("https") && !isLoopback(host)) {
      throw wrong("must be https: plain http would show the API key, so only localhost may use it");
    }
  }

  /** Whether the host names this machine by what it is written as; nothing is looked up. */
  static boolean isLoopback(String host) {
    String name = host.toLowerCase(Locale.ROOT).replaceAll("^\\[|]$", "");
    if (InetAddresses.isInetAddress(name)) {
      return InetAddresses.forString(name).isLoopbackAddress();
    }
    return name.equals("localhost") || name.endsWith(".localhost");
  }

  static boolean isHeaderSafe(String value) {
    return HEADER_SAFE.matcher(value).matches();
  }

  /**
   * The URL of an already percent-encoded target; empty when it is none, so with spaces, control
   * characters, a fragment or dot segments, which would ask for something else than was meant.
   */
  Optional<HttpUrl> resolve(String target) {
    if (!target.startsWith("/")
        || !IN_TARGET.matchesAllOf(target)
        || (target.indexOf('%') >= 0 && NO_ENCODING.matcher(target).find())) {
      return Optional.empty();
    }
    int query = target.indexOf('?');
    String path = pathPrefix + (query < 0 ? target : target.substring(0, query));
    return Optional.ofNullable(HttpUrl.parse(prefix + target))
        .filter(whole -> sameOrigin(whole) && whole.encodedPath().equals(path));
  }

  /** The target that {@link #resolve} would make this URL of; empty when it lies elsewhere. */
  Optional<String> relative(HttpUrl whole) {
    String text = whole.newBuilder().fragment(null).build().toString();
    return sameOrigin(whole) && text.startsWith(prefix + "/")
        ? Optional.of(text.substring(prefix.length()))
        : Optional.empty();
  }

  boolean sameOrigin(HttpUrl other) {
    return other.scheme().equals(url.scheme())
        && other.host().equals(url.host())
        && other.port() == url.port();
  }

  String host() {
    return url.host();
  }

  private static IllegalArgumentException wrong(String what) {
    return new IllegalArgumentException("baseUrl " + what);
  }
}
