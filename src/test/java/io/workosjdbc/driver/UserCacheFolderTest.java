package io.workosjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UserCacheFolderTest {

  private static Optional<Path> folder(
      Map<String, String> properties, Map<String, String> variables) {
    return new UserCacheFolder(
            name -> Optional.ofNullable(properties.get(name)),
            name -> Optional.ofNullable(variables.get(name)))
        .find();
  }

  @Test
  void liesWhereTheSystemWantsIt() {
    assertThat(folder(Map.of("os.name", "Linux", "user.home", "/home/ann"), Map.of()))
        .contains(Path.of("/home/ann/.cache/workos-jdbc"));
    assertThat(folder(Map.of("os.name", "Mac OS X", "user.home", "/Users/ann"), Map.of()))
        .contains(Path.of("/Users/ann/Library/Caches/workos-jdbc"));
    assertThat(folder(Map.of("os.name", "Windows 11"), Map.of("LOCALAPPDATA", "/local")))
        .contains(Path.of("/local/workos-jdbc/Cache"));
  }

  @Test
  void followsXdgCacheHomeIfThatIsAbsolute() {
    var linux = Map.of("os.name", "Linux", "user.home", "/home/ann");

    assertThat(folder(linux, Map.of("XDG_CACHE_HOME", "/var/cache/ann")))
        .contains(Path.of("/var/cache/ann/workos-jdbc"));
    assertThat(folder(linux, Map.of("XDG_CACHE_HOME", "relative")))
        .contains(Path.of("/home/ann/.cache/workos-jdbc"));
  }

  @Test
  void isNowhereForAUserWithoutAHome() {
    assertThat(folder(Map.of("os.name", "Linux", "user.home", "?"), Map.of())).isEmpty();
    assertThat(folder(Map.of("os.name", "Linux"), Map.of("XDG_CACHE_HOME", ""))).isEmpty();
  }

  /** Whatever starts the tests: see {@code UserCacheGuard}. */
  @Test
  void isNotTheUsersOwnInTests() {
    var temporary = Path.of(System.getProperty("java.io.tmpdir"));

    assertThat(UserCacheFolder.ours()).hasValueSatisfying(f -> assertThat(f).startsWith(temporary));
  }
}
