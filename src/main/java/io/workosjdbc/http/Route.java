package io.workosjdbc.http;

import java.net.Proxy;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;

/**
 * How the API is reached.
 *
 * @param proxy instead of the one that the JVM's system properties name
 * @param trustStore instead of the JVM's
 * @param certificate what the API, or a gateway before it, is shown
 */
public record Route(
    Optional<ProxySettings> proxy,
    Optional<TrustStore> trustStore,
    Optional<ClientCertificate> certificate) {

  /** As the JVM does. */
  public static final Route USUAL = new Route(Optional.empty(), Optional.empty(), Optional.empty());

  public Route withProxy(ProxySettings value) {
    return new Route(Optional.of(value), trustStore, certificate);
  }

  public Route withTrustStore(TrustStore value) {
    return new Route(proxy, Optional.of(value), certificate);
  }

  public Route withCertificate(ClientCertificate value) {
    return new Route(proxy, trustStore, Optional.of(value));
  }

  /** Whether even what is sent to this machine itself goes through another one. */
  boolean leavesTheMachine() {
    return proxy.filter(through -> !BaseUrl.isLoopback(through.host())).isPresent();
  }

  /**
   * Makes {@code builder} go this way.
   *
   * @throws IllegalArgumentException when a key store cannot be used
   */
  void applyTo(OkHttpClient.Builder builder) {
    proxy.ifPresent(through -> applyTo(builder, through));
    if (trustStore.isPresent() || certificate.isPresent()) {
      var trusted = trustStore.map(TrustStore::manager).orElseGet(TrustStore::managerOfTheJvm);
      builder.sslSocketFactory(context(trusted).getSocketFactory(), trusted);
    }
  }

  private static void applyTo(OkHttpClient.Builder builder, ProxySettings proxy) {
    switch (proxy.type()) {
      case HTTP -> builder.proxy(proxy.toProxy()).proxyAuthenticator(proxy.authenticator());
      case SOCKS ->
          builder
              .proxy(Proxy.NO_PROXY)
              .socketFactory(new SocksSockets(proxy))
              .dns(new ProxiedNames());
    }
  }

  private SSLContext context(X509TrustManager trusted) {
    try {
      var context = SSLContext.getInstance("TLS");
      context.init(
          certificate.map(ClientCertificate::managers).orElse(new KeyManager[0]),
          new TrustManager[] {trusted},
          null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("TLS cannot be set up: " + e.getMessage(), e);
    }
  }
}
