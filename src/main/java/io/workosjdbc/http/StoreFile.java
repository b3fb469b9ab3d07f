package io.workosjdbc.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Collections;

/**
 * A key store on disk.
 *
 * @param what what it is called in messages
 * @param password empty reads a store without checking it, as far as that goes
 */
record StoreFile(String what, Path path, String password) {

  /**
   * Reads it.
   *
   * @throws IllegalArgumentException when the file is missing, is no store, has another password or
   *     holds nothing
   */
  KeyStore load() {
    if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
      throw new IllegalArgumentException(problem("does not exist or may not be read"));
    }
    try {
      var store = KeyStore.getInstance(path.toFile(), characters());
      if (Collections.list(store.aliases()).isEmpty()) {
        throw new IllegalArgumentException(problem("holds no certificate that can be read"));
      }
      return store;
    } catch (IOException | GeneralSecurityException e) {
      throw unreadable(e);
    }
  }

  IllegalArgumentException unreadable(Exception e) {
    return new IllegalArgumentException(problem("cannot be read: wrong password or format"), e);
  }

  String problem(String problem) {
    return "The " + what + " " + path + " " + problem + ". It must be a PKCS12 or JKS file";
  }

  char @org.jspecify.annotations.Nullable [] characters() {
    return password.isEmpty() ? null : password.toCharArray();
  }

  @Override
  public String toString() {
    return what + "[" + path + "]";
  }
}
