package io.workosjdbc.driver;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * The folder in which an operating system wants a program to keep what it can get again.
 *
 * @param properties the JVM's system properties
 * @param environment the environment variables
 */
record UserCacheFolder(
    Function<String, Optional<String>> properties, Function<String, Optional<String>> environment) {

  /** A system property that names another folder than the user's; tests never write into that. */
  static final String OVERRIDE = "workosjdbc.cache.home";

  private static final String NAME = "workos-jdbc";

  /** The folder of this process. */
  static Optional<Path> ours() {
    return new UserCacheFolder(
            name -> Optional.ofNullable(System.getProperty(name)),
            name -> Optional.ofNullable(System.getenv(name)))
        .find();
  }

  /** Our folder within the user's; empty if the user has none. */
  Optional<Path> find() {
    try {
      return properties.apply(OVERRIDE).filter(text -> !text.isBlank()).map(Path::of).or(this::own);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private Optional<Path> own() {
    var system = properties.apply("os.name").orElse("").toLowerCase(Locale.ROOT);
    if (system.startsWith("windows")) {
      return folder("LOCALAPPDATA").map(base -> base.resolve(NAME).resolve("Cache"));
    }
    if (system.startsWith("mac")) {
      return home().map(home -> home.resolve("Library").resolve("Caches").resolve(NAME));
    }
    // A relative path there counts for nothing, says the XDG specification.
    return folder("XDG_CACHE_HOME")
        .filter(Path::isAbsolute)
        .or(() -> home().map(home -> home.resolve(".cache")))
        .map(base -> base.resolve(NAME));
  }

  private Optional<Path> folder(String variable) {
    return environment.apply(variable).filter(text -> !text.isBlank()).map(Path::of);
  }

  private Optional<Path> home() {
    return properties
        .apply("user.home")
        .filter(text -> !text.isBlank() && !text.equals("?"))
        .map(Path::of);
  }
}
