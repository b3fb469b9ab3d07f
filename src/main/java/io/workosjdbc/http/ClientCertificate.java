package io.workosjdbc.http;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Collections;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;

/**
 * A certificate and its private key, by which a gateway knows who asks.
 *
 * @param path a PKCS12 or JKS file; its kind is read from its content
 * @param password of the store and of the key, shown nowhere
 */
public record ClientCertificate(Path path, String password) {
  @Override
  public String toString() {
    return "ClientCertificate[" + path + "]";
  }

  /**
   * What TLS asks for the certificate.
   *
   * @throws IllegalArgumentException when the store cannot be read or holds no private key
   */
  KeyManager[] managers() {
    var file = new StoreFile("key store", path, password);
    var store = file.load();
    try {
      if (!holdsKey(store)) {
        throw new IllegalArgumentException(file.problem("holds no private key"));
      }
      var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      factory.init(store, file.characters());
      return factory.getKeyManagers();
    } catch (GeneralSecurityException e) {
      throw file.unreadable(e);
    }
  }

  private static boolean holdsKey(KeyStore store) throws GeneralSecurityException {
    for (var alias : Collections.list(store.aliases())) {
      if (store.isKeyEntry(alias)) {
        return true;
      }
    }
    return false;
  }
}
