package io.workosjdbc.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.workosjdbc.demo.DemoConnection;
import io.workosjdbc.demo.DemoData;
import io.workosjdbc.demo.DemoObject;
import io.workosjdbc.demo.DemoOrganization;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Joins of 1,500 organizations with 600 connections, of which every third is of the first
 * organization and the others of one each.
 */
class LargeJoinTest {
  @RegisterExtension static final Api API = Api.of(DemoData.of(objects()));

  private static List<DemoObject> objects() {
    var objects = new ArrayList<DemoObject>();
    var created = StoryTime.at("2026-01-01T00:00:00Z");
    for (int i = 0; i < 1500; i++) {
      objects.add(
          DemoOrganization.of(
              "org_%04d".formatted(i), "Organization " + i, created.plusSeconds(i)));
    }
    for (int i = 0; i < 600; i++) {
      objects.add(
          new DemoConnection(
              "conn_%04d".formatted(i),
              Optional.of("org_%04d".formatted(i % 3 == 0 ? 0 : i)),
              "OktaSAML",
              "Connection " + i,
              i < 5 ? "draft" : "active",
              List.of(),
              created.plusSeconds(i),
              created));
    }
    return objects;
  }

  private static Query sql(String statement) {
    return API.sql(statement);
  }

  @Test
  void manyKeysReadTheOtherListOnce() {
    var query =
        sql("select c.id, o.name from workos_connection c"
                + " join workos_organization o on c.organization_id = o.id")
            .sameWithoutPushdown();

    assertThat(query.outcome().rows()).hasSize(600);
    assertThat(query.outcome().requests()).hasSize(6 + 15);
  }

  @Test
  void severalBatchesOfKeysJoinLikeOne() {
    var query =
        sql("select c.id, o.name from workos_connection c"
                + " left join workos_organization o on c.organization_id = o.id"
                + " and o.name like '%7' where c.state = 'active'")
            .sameWithoutPushdown();

    assertThat(query.outcome().rows()).hasSize(595);
    assertThat(query.outcome().requests()).hasSizeLessThanOrEqualTo(6 + 100 + 15);
  }

  @Test
  void aFewKeysAreAskedForOneByOne() {
    sql("select c.id, o.name from workos_connection c"
            + " join workos_organization o on c.organization_id = o.id"
            + " where c.id in ('conn_0001', 'conn_0002', 'conn_0003')")
        .sends(
            "GET /connections/conn_0001",
            "GET /connections/conn_0002",
            "GET /connections/conn_0003",
            "GET /organizations/org_0001",
            "GET /organizations/org_0002",
            "GET /organizations/org_0000")
        .returnsInAnyOrder(
            "conn_0001|Organization 1", "conn_0002|Organization 2", "conn_0003|Organization 0")
        .sameWithoutPushdown();
  }

  @Test
  void aLimitAboveAJoinReadsNoMoreThanItNeeds() {
    var query =
        sql(
            "select c.id, o.name from workos_connection c"
                + " join workos_organization o on c.organization_id = o.id limit 3");

    assertThat(query.outcome().rows()).hasSize(3);
    assertThat(query.outcome().requests()).hasSizeLessThanOrEqualTo(6 + 15);
  }

  @Test
  void semiAndAntiJoinsOfManyKeys() {
    sql("select count(*) from workos_organization o where exists"
            + " (select 1 from workos_connection c where c.organization_id = o.id)")
        .returns("401")
        .sameWithoutPushdown();
    sql("select count(*) from workos_organization o where not exists"
            + " (select 1 from workos_connection c where c.organization_id = o.id)")
        .returns("1099")
        .sameWithoutPushdown();
    sql("select count(*) from workos_connection c where c.organization_id in"
            + " (select id from workos_organization where name like '%00')")
        .returns("4")
        .sameWithoutPushdown();
  }

  @Test
  void aCorrelatedCountOfEveryRowIsRight() {
    sql("select max(n), sum(n) from (select (select count(*) from workos_connection c"
            + " where c.organization_id = o.id) as n from workos_organization o)")
        .returns("200|600")
        .sameWithoutPushdown();
  }

  @Test
  void shortInListsAreOneGetEach() {
    var query =
        sql("select id from workos_organization where id in (" + ids(9) + ")")
            .sends(9, "GET /organizations/org_")
            .sameWithoutPushdown();
    assertThat(query.outcome().rows()).hasSize(9);
  }

  @Test
  void longerInListsReadTheList() {
    for (int length : new int[] {25, 100, 101, 150, 3001}) {
      var query =
          sql("select id from workos_organization where id in (" + ids(length) + ")")
              .sends(15, "GET /organizations?limit=100")
              .sameWithoutPushdown();
      assertThat(query.outcome().rows()).hasSize(Math.min(length, 1500));
    }
  }

  @Test
  void longInListsOfOtherColumnsCanBeRead() {
    for (int length : new int[] {25, 150, 3001}) {
      var names =
          IntStream.range(0, length)
              .mapToObj(i -> "'Organization " + i + "'")
              .collect(Collectors.joining(","));
      var query =
          sql("select id from workos_organization where name in (" + names + ")")
              .sends(15, "GET /organizations?limit=100");
      assertThat(query.outcome().rows()).hasSize(Math.min(length, 1500));
      query =
          sql("select id from workos_organization where name not in (" + names + ")")
              .sends(15, "GET /organizations?limit=100");
      assertThat(query.outcome().rows()).hasSize(Math.max(0, 1500 - length));
    }
  }

  @Test
  void inListsOfOrganizationsAreOneListEachOrTheWholeList() {
    sql("select count(*) from workos_connection where organization_id in (" + ids(5) + ")")
        .sends(6, "GET /connections?limit=100&organization_id=org_")
        .returns("203");
    sql("select count(*) from workos_connection where organization_id in (" + ids(50) + ")")
        .sends(6, "GET /connections?limit=100")
        .returns("233");
  }

  private static String ids(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "'org_%04d'".formatted(i))
        .collect(Collectors.joining(","));
  }
}
