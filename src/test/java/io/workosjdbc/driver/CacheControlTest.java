package io.workosjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.workosjdbc.cache.CacheControl;
import io.workosjdbc.cache.CachedList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever has a connection can see what is kept, and be rid of it. */
class CacheControlTest {
  private static final DemoDatabase DATABASE = new DemoDatabase();

  @AfterAll
  static void stop() {
    DATABASE.close();
  }

  @BeforeEach
  void forget() {
    DATABASE.server().clearRequests();
  }

  private static int requests(Connection connection, String sql) throws SQLException {
    DATABASE.server().clearRequests();
    try (var statement = connection.createStatement()) {
      DemoDatabase.rows(statement.executeQuery(sql));
    }
    return DATABASE.server().requests().size();
  }

  @Test
  void showsListsAndForgetsThem() throws SQLException {
    try (var connection = DATABASE.connect()) {
      var control = connection.unwrap(CacheControl.class);
      requests(connection, "select * from workos_directory");
      requests(connection, "select * from workos_connection");

      assertThat(control.listings())
          .extracting(CachedList::table)
          .containsExactly("workos_directory", "workos_connection");
      assertThat(control.listings())
          .allSatisfy(list -> assertThat(list.isComplete()).isTrue())
          .allSatisfy(list -> assertThat(list.rows()).isPositive());

      control.refresh("workos_directory");
      assertThat(control.listings())
          .extracting(CachedList::table)
          .containsExactly("workos_connection");
      control.purge();
      assertThat(control.listings()).isEmpty();
      assertThat(requests(connection, "select * from workos_connection")).isPositive();
    }
  }

  @Test
  void isNotThereForOtherTypes() throws SQLException {
    try (var connection = DATABASE.connect()) {
      assertThat(connection.isWrapperFor(CacheControl.class)).isTrue();
      assertThat(connection.isWrapperFor(Thread.class)).isFalse();
      assertThatThrownBy(() -> connection.unwrap(Thread.class)).isInstanceOf(SQLException.class);
    }
  }

  @Test
  void keepsNothingWithoutACache() throws SQLException {
    try (var connection = DATABASE.connect("cache=off")) {
      requests(connection, "select * from workos_directory");
      var control = connection.unwrap(CacheControl.class);

      control.refresh("workos_directory");
      control.purge();
      assertThat(control.listings()).isEmpty();
      assertThat(control.segments()).isEmpty();
    }
  }

  @Test
  void aFolderThatCannotBeUsedIsAWarning(@TempDir Path folder) throws IOException, SQLException {
    var file = Files.writeString(folder.resolve("file"), "in the way");
    try (var connection = DATABASE.connect("cache=disk", "cacheDir=" + file.resolve("below"))) {
      assertThat(connection.getWarnings().getMessage())
          .startsWith("Events are kept in memory only, because no files can be made in");
      connection.clearWarnings();
      assertThat((Throwable) connection.getWarnings()).isNull();
      assertThat(requests(connection, "select * from workos_directory")).isPositive();
      assertThat(requests(connection, "select * from workos_directory")).isZero();
    }
  }
}
