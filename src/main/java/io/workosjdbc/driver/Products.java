package io.workosjdbc.driver;

import io.workosjdbc.demo.DemoServer;
import io.workosjdbc.demo.OktaServer;
import io.workosjdbc.okta.Okta;
import io.workosjdbc.workos.WorkOs;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The sources that can be connected to. */
final class Products {

  static final Product WORKOS =
      new Product(
          DriverVersion.PRODUCT_NAME,
          "jdbc:workos:",
          WorkOs.SOURCE,
          new KeyRule(
              "API key",
              "No API key: give property apiKey (or the JDBC password, or apiKeyFile), set the"
                  + " environment variable WORKOS_API_KEY, or try the demonstration data with"
                  + " demo=true",
              "WORKOS_API_KEY_COMMAND",
              Products::problemOfWorkosKey,
              key -> "Bearer"),
          Map.of(),
          Set.of(),
          () -> {
            var server = DemoServer.start();
            return new Product.Demo(server.baseUrl(), server.apiKey(), server::close);
          },
          "select state, count(*) from workos_connection where organization_id = ? group by state"
              + " order by 2 desc limit 10");

  static final Product OKTA =
      new Product(
          "Okta",
          "jdbc:okta:",
          Okta.SOURCE,
          new KeyRule(
              "token",
              "No token: give property token (or the JDBC password, or tokenFile), set the"
                  + " environment variable OKTA_TOKEN, or try the demonstration data with demo=true",
              "OKTA_TOKEN_COMMAND",
              Products::problemOfOktaToken,
              token -> isAccessToken(token) ? "Bearer" : "SSWS"),
          OktaProperties.OWN,
          Set.of(ConnectionProperty.ARRAY_STYLE),
          () -> {
            var server = OktaServer.start();
            return new Product.Demo(server.baseUrl(), server.token(), server::close);
          },
          "select status, count(*) from okta_user where email = ? group by status order by 2 desc"
              + " limit 10");

  static final List<Product> ALL = List.of(WORKOS, OKTA);

  private Products() {}

  /** The product whose URLs begin like this one. */
  static Optional<Product> of(String url) {
    return ALL.stream().filter(product -> product.accepts(url)).findFirst();
  }

  private static Optional<String> problemOfWorkosKey(String key) {
    return key.startsWith("sk_") && KeyRule.isVisibleAscii(key)
        ? Optional.empty()
        : Optional.of(
            "The API key is not a secret key: those start with sk_ and have no spaces; see API Keys"
                + " in the WorkOS dashboard");
  }

  private static Optional<String> problemOfOktaToken(String token) {
    return KeyRule.isVisibleAscii(token)
        ? Optional.empty()
        : Optional.of(
            "The token has spaces or odd characters; give it without SSWS or Bearer before it. See"
                + " Security > API > Tokens in the Okta admin console");
  }

  /** OAuth access tokens of an Okta organization are JSON Web Tokens; API tokens are not. */
  private static boolean isAccessToken(String token) {
    return token.startsWith("eyJ") && token.chars().filter(c -> c == '.').count() == 2;
  }
}
