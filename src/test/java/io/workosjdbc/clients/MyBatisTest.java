package io.workosjdbc.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.workosjdbc.driver.DemoDatabase;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.apache.ibatis.cursor.Cursor;
import org.apache.ibatis.datasource.pooled.PooledDataSource;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;
import org.apache.ibatis.session.SqlSessionFactoryBuilder;
import org.apache.ibatis.transaction.jdbc.JdbcTransactionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** MyBatis, which reads times by {@code getObject(column, class)}. */
class MyBatisTest {
  private static DemoDatabase database;
  private static PooledDataSource pool;
  private static SqlSessionFactory sessions;

  /** A row of workos_organization. */
  public static final class Organization {
    private String id = "";
    private LocalDateTime createdAt = LocalDateTime.MIN;

    public void setId(String id) {
      this.id = id;
    }

    public void setCreatedAt(LocalDateTime createdAt) {
      this.createdAt = createdAt;
    }
  }

  /** Statements. */
  interface Organizations {
    @Select(
        "select id, created_at from workos_organization where created_at < #{before} order by id limit"
            + " #{count}")
    List<Organization> some(@Param("before") Instant before, @Param("count") int count);

    @Select("select id from workos_organization where name = #{name,jdbcType=VARCHAR}")
    List<String> named(@Param("name") String name);

    @Select("select state, count(*) from workos_connection group by state")
    List<Map<String, Object>> states();

    @Select("select id from workos_organization")
    Cursor<String> all();

    @Update("update workos_organization set name = 'x'")
    int rename();
  }

  @BeforeAll
  static void configure() {
    database = new DemoDatabase();
    pool = new PooledDataSource("io.workosjdbc.Driver", database.url(), "", database.key());
    var configuration =
        new Configuration(new Environment("demo", new JdbcTransactionFactory(), pool));
    configuration.setMapUnderscoreToCamelCase(true);
    configuration.addMapper(Organizations.class);
    sessions = new SqlSessionFactoryBuilder().build(configuration);
  }

  @AfterAll
  static void close() {
    pool.forceCloseAll();
    database.close();
  }

  @Test
  void rowsMapToObjects() {
    try (SqlSession session = sessions.openSession()) {
      List<Organization> some = session.getMapper(Organizations.class).some(Instant.now(), 3);

      assertThat(some).hasSize(3);
      assertThat(some)
          .allSatisfy(
              row -> {
                assertThat(row.id).startsWith("org_");
                assertThat(row.createdAt).isAfter(LocalDateTime.of(2000, 1, 1, 0, 0));
              });
    }
  }

  @Test
  void nullsBind() {
    try (SqlSession session = sessions.openSession(true)) {
      assertThat(session.getMapper(Organizations.class).named(null)).isEmpty();
    }
  }

  @Test
  void columnsWithoutANameHaveOne() {
    try (SqlSession session = sessions.openSession()) {
      assertThat(session.getMapper(Organizations.class).states())
          .allSatisfy(row -> assertThat(row).containsKeys("state", "count"));
    }
  }

  @Test
  void aCursorReadsNoFurtherThanItsReader() throws Exception {
    try (SqlSession session = sessions.openSession();
        Cursor<String> all = session.getMapper(Organizations.class).all()) {
      assertThat(StreamSupport.stream(all.spliterator(), false).limit(5)).hasSize(5);
    }
  }

  @Test
  void writingIsRefusedAndTheSessionGoesOn() {
    try (SqlSession session = sessions.openSession()) {
      var organizations = session.getMapper(Organizations.class);
      assertThatThrownBy(organizations::rename).hasMessageContaining("read-only");
      assertThat(organizations.named("nobody")).isEmpty();
      session.commit();
    }
  }
}
