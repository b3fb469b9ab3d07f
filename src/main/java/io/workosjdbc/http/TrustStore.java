package io.workosjdbc.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.Collections;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;

/**
 * The certificates to trust instead of the JVM's.
 *
 * @param path a PKCS12 or JKS file; its kind is read from its content
 * @param password shown nowhere; empty reads a store without checking it, as far as that goes
 */
public record TrustStore(Path path, String password) {
  @Override
  public String toString() {
    return "TrustStore[" + path + "]";
  }

  /**
   * Makes {@code builder} trust these certificates and no others.
   *
   * @throws IllegalArgumentException when the file is missing, is no store, has another password or
   *     holds no certificate
   */
  void applyTo(OkHttpClient.Builder builder) {
    try {
      X509TrustManager manager = trustManager(load());
      var context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {manager}, null);
      builder.sslSocketFactory(context.getSocketFactory(), manager);
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalArgumentException(problem("cannot be read: wrong password or format"), e);
    }
  }

  private KeyStore load() throws IOException, GeneralSecurityException {
    if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
      throw new IllegalArgumentException(problem("does not exist or may not be read"));
    }
    var store =
        KeyStore.getInstance(path.toFile(), password.isEmpty() ? null : password.toCharArray());
    if (Collections.list(store.aliases()).isEmpty()) {
      throw new IllegalArgumentException(problem("holds no certificate that can be read"));
    }
    return store;
  }

  private static X509TrustManager trustManager(KeyStore store) throws GeneralSecurityException {
    var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return Arrays.stream(factory.getTrustManagers())
        .filter(X509TrustManager.class::isInstance)
        .map(X509TrustManager.class::cast)
        .findFirst()
        .orElseThrow(() -> new GeneralSecurityException("no X.509 trust manager"));
  }

  private String problem(String what) {
    return "The trust store " + path + " " + what + ". It must be a PKCS12 or JKS file";
  }
}
