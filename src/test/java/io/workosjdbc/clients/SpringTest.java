package io.workosjdbc.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.workosjdbc.driver.DemoDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Spring's JdbcTemplate on a HikariCP pool without autocommit. */
class SpringTest {
  private static DemoDatabase database;
  private static HikariDataSource pool;
  private static JdbcTemplate jdbc;

  @BeforeAll
  static void startAPool() {
    database = new DemoDatabase();
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(database.url());
    config.setPassword(database.key());
    config.setMaximumPoolSize(3);
    config.setMinimumIdle(0);
    config.setAutoCommit(false);
    config.setReadOnly(true);
    config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    config.setSchema("workos");
    config.setLeakDetectionThreshold(0);
    pool = new HikariDataSource(config);
    jdbc = new JdbcTemplate(pool);
  }

  @AfterAll
  static void stopThePool() {
    pool.close();
    database.close();
  }

  @Test
  void checkingOutAndBackSendsNoRequest() throws Exception {
    database.server().clearRequests();
    for (int i = 0; i < 5; i++) {
      try (var connection = pool.getConnection()) {
        assertThat(connection.isValid(1)).isTrue();
      }
    }
    assertThat(jdbc.queryForObject("select 1", Integer.class)).isEqualTo(1);
    assertThat(database.server().requests()).isEmpty();
  }

  @Test
  void rowsMapToObjects() {
    record Organization(String id, String name, LocalDateTime createdAt, Instant seen) {}

    List<Organization> organizations =
        jdbc.query(
            "select id, name, created_at from workos_organization order by name limit ?",
            (row, number) ->
                new Organization(
                    row.getString("id"),
                    row.getString("name"),
                    row.getObject("created_at", LocalDateTime.class),
                    row.getTimestamp("created_at").toInstant()),
            5L);

    assertThat(organizations).hasSize(5);
    assertThat(organizations)
        .allSatisfy(o -> assertThat(o.seen()).isEqualTo(o.createdAt().toInstant(ZoneOffset.UTC)));
    Map<String, Object> one =
        jdbc.queryForMap(
            "select id, name from workos_organization where id = ?", organizations.get(0).id());
    assertThat(one).containsEntry("NAME", organizations.get(0).name());
  }

  @Test
  void timesBindInEveryClass() {
    String sql = "select count(*) from workos_organization where created_at < ?";
    Instant at = Instant.now();
    List<Long> counts =
        List.of(
                at,
                LocalDateTime.ofInstant(at, ZoneOffset.UTC),
                OffsetDateTime.ofInstant(at, ZoneOffset.ofHours(5)),
                Timestamp.from(at))
            .stream()
            .map(value -> jdbc.queryForObject(sql, Long.class, value))
            .toList();

    assertThat(counts.get(0)).isPositive();
    assertThat(counts).containsOnly(counts.get(0));
  }

  @Test
  void namedParametersExpandLists() {
    var named = new NamedParameterJdbcTemplate(jdbc);
    List<String> ids =
        jdbc.queryForList("select id from workos_organization limit 3", String.class);
    database.server().clearRequests();

    List<String> names =
        named.queryForList(
            "select name from workos_organization where id in (:ids)",
            Map.of("ids", ids),
            String.class);

    assertThat(names).hasSize(3);
  }

  @Test
  void transactionsAreHarmless() {
    var transactions = new TransactionTemplate(new DataSourceTransactionManager(pool));
    transactions.setReadOnly(true);
    String sql = "select count(*) from workos_organization";

    Long inside = transactions.execute(status -> jdbc.queryForObject(sql, Long.class));
    Long rolledBack =
        transactions.execute(
            status -> {
              status.setRollbackOnly();
              return jdbc.queryForObject(sql, Long.class);
            });

    assertThat(inside).isPositive().isEqualTo(rolledBack);
  }

  @Test
  @SuppressWarnings("try") // closing gives the connection back before the block ends
  void aRefusedWriteCostsThePoolNoConnection() throws SQLException {
    try (HikariDataSource one = poolOfOne()) {
      Connection inside = refusedWrites(one);
      try (Connection next = one.getConnection()) {
        assertThat(next.unwrap(Connection.class)).isSameAs(inside);
      }
    }
  }

  /** Gives the connection inside the pool's that refused the writes. */
  private static Connection refusedWrites(HikariDataSource one) throws SQLException {
    try (Connection connection = one.getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql :
          List.of(
              "insert into workos_organization (id) values ('x')",
              "delete from workos_organization",
              "drop table workos_organization")) {
        assertThatThrownBy(() -> statement.executeUpdate(sql)).hasMessageContaining("read-only");
        assertThatThrownBy(() -> connection.prepareStatement(sql))
            .hasMessageContaining("read-only");
      }
      assertThat(statement.executeQuery("select 1").next()).isTrue();
      return connection.unwrap(Connection.class);
    }
  }

  private static HikariDataSource poolOfOne() {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(database.url());
    config.setPassword(database.key());
    config.setMaximumPoolSize(1);
    return new HikariDataSource(config);
  }

  @Test
  void errorsAreOfSpringsKinds() {
    assertThatThrownBy(() -> jdbc.queryForList("select nix from workos_organization"))
        .isInstanceOf(BadSqlGrammarException.class);
    assertThatThrownBy(() -> jdbc.queryForList("selec 1"))
        .isInstanceOf(BadSqlGrammarException.class);
    assertThatThrownBy(() -> jdbc.update("delete from workos_organization"))
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("DELETE is not supported");
  }

  @Test
  void aTimeoutIsATimeout() {
    JdbcTemplate impatient = new JdbcTemplate(pool);
    impatient.setQueryTimeout(1);
    try (DemoDatabase slow = new DemoDatabase()) {
      slow.server().latency(Duration.ofSeconds(5));
      HikariConfig config = new HikariConfig();
      config.setJdbcUrl(slow.url());
      config.setPassword(slow.key());
      try (HikariDataSource slowPool = new HikariDataSource(config)) {
        impatient.setDataSource(slowPool);
        assertThatThrownBy(() -> impatient.queryForList("select * from workos_directory"))
            .isInstanceOf(QueryTimeoutException.class);
      }
    }
  }

  @Test
  void threadsShareThePool() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      Callable<Long> query =
          () -> jdbc.queryForObject("select count(*) from workos_connection", Long.class);
      for (Future<Long> answer : threads.invokeAll(List.of(query, query, query, query))) {
        assertThat(answer.get()).isPositive();
      }
    } finally {
      threads.shutdown();
    }
  }
}
