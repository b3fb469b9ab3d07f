package io.workosjdbc.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.workosjdbc.driver.DemoDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.apache.commons.dbcp2.BasicDataSource;
import org.apache.commons.dbcp2.DelegatingConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Commons DBCP2, which also pools prepared statements. */
class Dbcp2Test {
  private final DemoDatabase database = new DemoDatabase();
  private final BasicDataSource pool = new BasicDataSource();

  @BeforeEach
  void startAPool() {
    pool.setDriverClassName("io.workosjdbc.Driver");
    pool.setUrl(database.url());
    pool.setPassword(database.key());
    pool.setMaxTotal(1);
    pool.setTestOnBorrow(true);
    pool.setTestOnReturn(true);
    pool.setDefaultAutoCommit(false);
    pool.setDefaultReadOnly(true);
    pool.setDefaultSchema("workos");
    pool.setDefaultTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
    pool.setPoolPreparedStatements(true);
    pool.setAccessToUnderlyingConnectionAllowed(true);
  }

  @AfterEach
  void stopThePool() throws SQLException {
    pool.close();
    database.close();
  }

  @Test
  void checkingOutAndBackSendsNoRequest() throws SQLException {
    for (int i = 0; i < 3; i++) {
      try (Connection connection = pool.getConnection()) {
        assertThat(connection.getAutoCommit()).isFalse();
        assertThat(connection.isReadOnly()).isTrue();
        connection.commit();
        connection.rollback();
      }
    }
    assertThat(pool.getNumIdle()).isEqualTo(1);
    assertThat(database.server().requests()).isEmpty();
  }

  @Test
  void aValidationQuerySendsNoRequest() throws SQLException {
    pool.setValidationQuery("select 1");
    try (Connection connection = pool.getConnection()) {
      assertThat(connection.isValid(5)).isTrue();
    }
    assertThat(database.server().requests()).isEmpty();
  }

  @Test
  void pooledStatementsRunAgain() throws SQLException {
    String sql = "select count(*) from workos_directory where state = ?";
    long linked = count(sql, "linked");

    assertThat(linked).isPositive();
    assertThat(count(sql, "linked")).isEqualTo(linked);
    assertThat(count(sql, "nothing like it")).isZero();
  }

  private long count(String sql, String value) throws SQLException {
    try (Connection connection = pool.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, value);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getLong(1);
      }
    }
  }

  @Test
  void aMistakeCostsThePoolNoConnection() throws SQLException {
    Connection before;
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      before = inside(connection);
      assertThatThrownBy(() -> statement.executeQuery("select nix from workos_directory"))
          .isInstanceOf(SQLException.class);
      assertThatThrownBy(() -> statement.executeUpdate("delete from workos_directory"))
          .isInstanceOf(SQLException.class);
    }
    try (Connection connection = pool.getConnection()) {
      assertThat(inside(connection)).isSameAs(before);
    }
  }

  private static Connection inside(Connection connection) {
    return ((DelegatingConnection<?>) connection).getInnermostDelegate();
  }
}
