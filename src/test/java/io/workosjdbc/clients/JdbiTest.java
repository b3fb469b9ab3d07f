package io.workosjdbc.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.workosjdbc.driver.DemoDatabase;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.UnableToCreateStatementException;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Jdbi. */
class JdbiTest {
  private static DemoDatabase database;
  private static Jdbi jdbi;

  @BeforeAll
  static void startTheDemo() {
    database = new DemoDatabase();
    jdbi = Jdbi.create(database.url(), "", database.key());
  }

  @AfterAll
  static void stopTheDemo() {
    database.close();
  }

  /** A row of workos_organization. */
  public record Organization(String id, String name, Instant createdAt, LocalDateTime updatedAt) {}

  @Test
  void rowsMapToRecords() {
    List<Organization> organizations =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "select id, name, created_at, updated_at from workos_organization"
                            + " where created_at < :now order by name limit :count")
                    .bind("now", OffsetDateTime.now(ZoneOffset.ofHours(3)))
                    .bind("count", 5)
                    .map(ConstructorMapper.of(Organization.class))
                    .list());

    assertThat(organizations).hasSize(5).allSatisfy(o -> assertThat(o.createdAt()).isNotNull());
  }

  @Test
  void listsNullsAndOptionalsBind() {
    List<String> ids =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery("select id from workos_organization limit 3")
                    .mapTo(String.class)
                    .list());
    List<String> found =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "select id from workos_organization where id in (<ids>)"
                            + " and (cast(:name as varchar) is null or name = :name)")
                    .bindList("ids", ids)
                    .bind("name", Optional.empty())
                    .mapTo(String.class)
                    .list());

    assertThat(found).containsExactlyInAnyOrderElementsOf(ids);
  }

  @Test
  void transactionsAreHarmless() {
    long count =
        jdbi.inTransaction(
            handle ->
                handle
                    .createQuery("select count(*) from workos_directory")
                    .mapTo(Long.class)
                    .one());

    assertThat(count).isPositive();
    jdbi.useHandle(
        handle -> {
          handle.begin();
          handle.rollback();
          assertThat(handle.isInTransaction()).isFalse();
        });
  }

  @Test
  void columnsWithoutANameHaveOne() {
    Map<String, Object> row =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery("select count(*), max(created_at) from workos_directory")
                    .mapToMap()
                    .one());

    assertThat(row).containsOnlyKeys("count", "max");
  }

  @Test
  void mistakesAreJdbisExceptions() {
    assertThatThrownBy(() -> jdbi.useHandle(handle -> handle.select("selec 1").mapToMap().list()))
        .isInstanceOfAny(
            UnableToCreateStatementException.class, UnableToExecuteStatementException.class);
    assertThatThrownBy(
            () -> jdbi.useHandle(handle -> handle.execute("delete from workos_directory")))
        .hasMessageContaining("read-only");
  }
}
