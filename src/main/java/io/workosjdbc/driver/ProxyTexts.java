package io.workosjdbc.driver;

import io.workosjdbc.http.ProxySettings;
import java.net.URI;
import java.util.Optional;

/**
 * Reads a proxy written {@code http://[user:password@]host:port} or {@code
 * socks5://[user:password@]host:port}.
 */
final class ProxyTexts {
  private ProxyTexts() {}

  /** The proxy; an exception's message never repeats the text, which may hold a password. */
  static ProxySettings parse(String text) {
    URI uri = URI.create(text);
    return new ProxySettings(
        type(Optional.ofNullable(uri.getScheme()).orElse("")),
        Optional.ofNullable(uri.getHost()).orElse(""),
        uri.getPort(),
        Optional.ofNullable(uri.getUserInfo()).map(ProxyTexts::login));
  }

  private static ProxySettings.Type type(String scheme) {
    return switch (scheme) {
      case "http" -> ProxySettings.Type.HTTP;
      case "socks5" -> ProxySettings.Type.SOCKS;
      default -> throw new IllegalArgumentException("not a proxy scheme");
    };
  }

  private static ProxySettings.Login login(String userInfo) {
    int colon = userInfo.indexOf(':');
    return colon < 0
        ? new ProxySettings.Login(userInfo, "")
        : new ProxySettings.Login(userInfo.substring(0, colon), userInfo.substring(colon + 1));
  }
}
