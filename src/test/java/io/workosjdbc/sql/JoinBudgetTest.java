package io.workosjdbc.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.workosjdbc.demo.DemoConnection;
import io.workosjdbc.demo.DemoData;
import io.workosjdbc.demo.DemoObject;
import io.workosjdbc.demo.DemoOrganization;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever form a join has, it asks for no more than the lists and one batch of keys: 400
 * organizations (4 pages) and 300 connections (3 pages), of which every tenth has no organization
 * and the others one each, the later ones one that is not there.
 */
class JoinBudgetTest {
  private static final int BATCH = 100;
  private static final int ORGANIZATION_PAGES = 4;
  private static final int CONNECTION_PAGES = 3;

  @RegisterExtension static final Api API = Api.of(DemoData.of(objects()));

  private static List<DemoObject> objects() {
    var objects = new ArrayList<DemoObject>();
    var created = StoryTime.at("2026-01-01T00:00:00Z");
    for (int i = 0; i < 400; i++) {
      var id = "org_%05d".formatted(i);
      objects.add(DemoOrganization.of(id, "Organization " + i, created.plusSeconds(i)));
    }
    for (int i = 0; i < 300; i++) {
      objects.add(
          new DemoConnection(
              "conn_%05d".formatted(i),
              i % 10 == 0 ? Optional.empty() : Optional.of("org_%05d".formatted(i * 2)),
              "OktaSAML",
              "Connection " + i,
              i < 5 ? "draft" : "active",
              List.of(),
              created.plusSeconds(i),
              created));
    }
    return objects;
  }

  private static void check(Query query, String count, int lists) {
    assertThat(query.returns(count).outcome().requests()).hasSizeLessThanOrEqualTo(lists + BATCH);
  }

  /** Connections 1 to 199 have an organization that is there, but for the tenth ones. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "180; select count(*) from workos_connection c join workos_organization o"
            + " on c.organization_id = o.id",
        "180; select count(*) from workos_organization o join workos_connection c"
            + " on c.organization_id = o.id",
        "300|180; select count(*), count(o.id) from workos_connection c"
            + " left join workos_organization o on c.organization_id = o.id",
        "400|180; select count(*), count(c.id) from workos_organization o"
            + " left join workos_connection c on c.organization_id = o.id",
        "180; select count(*) from workos_connection where organization_id in"
            + " (select id from workos_organization)",
        "0; select count(*) from workos_connection where organization_id not in"
            + " (select id from workos_organization where id < 'org_00000')"
            + " and organization_id is null and id <> id",
        "90; select count(*) from workos_connection where organization_id not in"
            + " (select id from workos_organization)",
        "0; select count(*) from workos_organization where id not in"
            + " (select organization_id from workos_connection)",
        "220; select count(*) from workos_organization where id not in"
            + " (select organization_id from workos_connection where organization_id is not null)",
        "180; select count(*) from workos_connection c where exists"
            + " (select 1 from workos_organization o where o.id = c.organization_id)",
        "120; select count(*) from workos_connection c where not exists"
            + " (select 1 from workos_organization o where o.id = c.organization_id)",
        "220; select count(*) from workos_organization o where not exists"
            + " (select 1 from workos_connection c where c.organization_id = o.id)",
        "180; select sum(n) from (select (select count(*) from workos_connection c"
            + " where c.organization_id = o.id) as n from workos_organization o)",
        "180|120; select count(name), sum(case when name is null then 1 else 0 end) from"
            + " (select (select o.name from workos_organization o where o.id = c.organization_id)"
            + " as name from workos_connection c)",
        "180; select count(*) from workos_connection c join workos_organization o"
            + " on c.organization_id = o.id join workos_connection d on d.organization_id = o.id",
        "150; select count(*) from workos_connection a join workos_connection b"
            + " on a.id = b.id where a.id < 'conn_00150'",
      })
  void noMoreThanTheListsAndOneBatch(String count, String sql) {
    check(API.sql(sql), count, ORGANIZATION_PAGES + 2 * CONNECTION_PAGES);
    check(API.sql(sql).in("cache=memory"), count, ORGANIZATION_PAGES + CONNECTION_PAGES);
    API.sql(sql).in("pushdown=off").returns(count);
  }

  /** The count of a value that is neither in the list nor surely not in it is NULL's. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "180|90|30; organization_id in (select id from workos_organization)",
        "180|0|120; organization_id in (select organization_id from workos_connection"
            + " where id < 'conn_00200')",
        "90|180|30; organization_id not in (select id from workos_organization)",
        "0|300|0; organization_id in (select id from workos_organization where id < 'a')",
      })
  void whatIsNullIsNeitherInNorNotIn(String counts, String condition) {
    API.sql(
            "select sum(case when b then 1 else 0 end), sum(case when not b then 1 else 0 end),"
                + " sum(case when b is null then 1 else 0 end) from (select "
                + condition
                + " as b from workos_connection)")
        .returns(counts);
  }

  @ParameterizedTest
  @CsvSource({"25", "1000", "10000"})
  void longListsOfKeysAreNoMoreThanTheList(int length) {
    int found = Math.min(length, 400);
    var list = keys(length).stream().map(key -> "'" + key + "'").collect(Collectors.joining(","));
    var marks = String.join(",", Collections.nCopies(length, "?"));
    var in = "select count(*) from workos_organization where id in (%s)";
    check(API.sql(in.formatted(list)), "" + found, ORGANIZATION_PAGES);
    check(
        API.sql(in.formatted(marks)).with(keys(length).toArray()), "" + found, ORGANIZATION_PAGES);
    var notIn = in.replace(" in ", " not in ");
    check(API.sql(notIn.formatted(list)), "" + (400 - found), ORGANIZATION_PAGES);
    check(
        API.sql(notIn.formatted(marks)).with(keys(length).toArray()),
        "" + (400 - found),
        ORGANIZATION_PAGES);
  }

  private static List<String> keys(int count) {
    return IntStream.range(0, count).mapToObj("org_%05d"::formatted).toList();
  }

  /** Names have 14 to 16 characters. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "char_length(name)",
        "cast(char_length(name) as bigint)",
        "cast(char_length(name) as smallint)",
        "cast(char_length(name) as double)",
        "cast(char_length(name) as decimal(5, 1))"
      })
  void longListsMayBeOfNumbers(String number) {
    var list = number + " in (" + numbers(Integer::toString) + ")";
    API.sql("select count(*) from workos_organization where " + list).returns("400");
    var marks = number + " in (" + numbers(each -> "?") + ")";
    API.sql("select count(*) from workos_organization where " + marks)
        .with(IntStream.range(15, 135).boxed().toArray())
        .returns("390");
    API.sql("select count(*) from workos_organization where not " + marks)
        .with(IntStream.range(15, 135).mapToObj(Long::valueOf).toArray())
        .returns("10");
  }

  private static String numbers(IntFunction<String> text) {
    return IntStream.range(0, 120).mapToObj(text).collect(Collectors.joining(","));
  }

  @Test
  void longListsMayBeOfTimes() {
    var times =
        IntStream.range(300, 450)
            .mapToObj(i -> StoryTime.at("2026-01-01T00:00:00Z").plusSeconds(i))
            .map(Timestamp::from)
            .toArray();
    var marks = String.join(",", Collections.nCopies(times.length, "?"));
    API.sql("select count(*) from workos_organization where created_at in (" + marks + ")")
        .with(times)
        .returns("100");
  }

  @Test
  void longListsAreNotShown() {
    var list = keys(101).stream().map(key -> "'" + key + "'").collect(Collectors.joining(","));
    var sql = "select id from workos_organization where id in (%s) and id not in (%s)";
    API.sql(sql.formatted(list, list.replace("org_0", "org_1")))
        .returnsInAnyOrder(keys(101).toArray(String[]::new));
    var plan =
        API.sql("explain " + sql.formatted(list, list.replace("org_0", "org_1")))
            .outcome()
            .rows()
            .toString();
    assertThat(plan).contains("ListedRows(rows=[101])").doesNotContain("org_00007");
  }

  @Test
  void rowsOfValuesMayBeMany() {
    var rows = keys(10_000).stream().map(k -> "('" + k + "', 1)").collect(Collectors.joining(","));
    API.sql(
            "select count(*), sum(v.n) from (values "
                + rows
                + ") v (id, n) join workos_organization o on o.id = v.id")
        .returns("400|400");
  }

  @Test
  void manyRowsOfValuesAreOfTheTypesOfFew() {
    assertThat(distinctValues(9 * 20)).hasSize(9).isEqualTo(distinctValues(9));
  }

  private static List<String> distinctValues(int rows) {
    var row =
        "(date '2026-01-0%1$d', timestamp '2026-01-0%1$d 10:00:00.%1$d', time '10:00:0%1$d', true,"
            + " %1$d, %1$d.5, %1$de0, 'x%1$d', cast(null as integer), interval '%1$d' day)";
    var values =
        IntStream.range(0, rows)
            .mapToObj(i -> row.formatted(i % 9 + 1))
            .collect(Collectors.joining(","));
    var sql = "select distinct * from (values %s) as v (d, t, h, b, i, n, f, s, u, v) order by 1";
    return API.sql(sql.formatted(values)).sendsNothing().outcome().rows();
  }

  @Test
  void aNullAmongManyKeysIsInNothing() {
    var keys = new ArrayList<Object>(keys(30));
    keys.add(null);
    var marks = String.join(",", Collections.nCopies(31, "?"));
    API.sql("select count(*) from workos_organization where id in (" + marks + ")")
        .with(keys.toArray())
        .returns("30");
    API.sql("select count(*) from workos_organization where id not in (" + marks + ")")
        .with(keys.toArray())
        .returns("0");
  }
}
