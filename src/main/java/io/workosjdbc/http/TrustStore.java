package io.workosjdbc.http;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Arrays;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

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
   * Trusts these certificates and no others.
   *
   * @throws IllegalArgumentException when the file is missing, is no store, has another password or
   *     holds no certificate
   */
  X509TrustManager manager() {
    var file = new StoreFile("trust store", path, password);
    try {
      return manager(file.load());
    } catch (GeneralSecurityException e) {
      throw file.unreadable(e);
    }
  }

  /** Trusts what the JVM trusts. */
  static X509TrustManager managerOfTheJvm() {
    try {
      return manager(null);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("The JVM's trust store cannot be read", e);
    }
  }

  private static X509TrustManager manager(@Nullable KeyStore store)
      throws GeneralSecurityException {
    var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return Arrays.stream(factory.getTrustManagers())
        .filter(X509TrustManager.class::isInstance)
        .map(X509TrustManager.class::cast)
        .findFirst()
        .orElseThrow(() -> new GeneralSecurityException("no X.509 trust manager"));
  }
}
