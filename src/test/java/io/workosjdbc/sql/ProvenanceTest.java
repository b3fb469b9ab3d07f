package io.workosjdbc.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Columns that tell where a row comes from, for who names them. */
class ProvenanceTest {
  @RegisterExtension static final Api API = Api.of(World.data());

  private static Query sql(String statement) {
    return API.sql(statement);
  }

  private static List<String> columns(Connection connection, String table) throws SQLException {
    var names = new ArrayList<String>();
    try (var columns = connection.getMetaData().getColumns(null, "workos", table, null)) {
      while (columns.next()) {
        names.add(columns.getString("COLUMN_NAME"));
      }
    }
    return names;
  }

  private static List<String> star(Connection connection, String statement) throws SQLException {
    var names = new ArrayList<String>();
    try (var prepared = connection.prepareStatement(statement)) {
      for (int column = 1; column <= prepared.getMetaData().getColumnCount(); column++) {
        names.add(prepared.getMetaData().getColumnLabel(column));
      }
    }
    return names;
  }

  @Test
  void aRowTellsWhetherItWasCached() throws SQLException {
    var statement = "select id, _from_cache from workos_organization order by id limit 1";
    try (var connection = API.connect("cache=memory")) {
      sql(statement).on(connection).returns("org_acme|false");
      sql(statement).on(connection).sendsNothing().returns("org_acme|true");
    }
  }

  @Test
  void aRowTellsWhichAnswerItCameIn() throws SQLException {
    try (var connection = API.connect("cache=memory")) {
      var query =
          "select count(*), count(distinct o._request_id), min(r.status) from workos_organization o"
              + " join workos_log.request r on r.request_id = o._request_id";
      sql("select id from workos_organization").on(connection).sends(1, "GET /organizations");
      assertThat(sql(query).on(connection).sendsNothing().outcome().rows().get(0))
          .endsWith("|1|200");
    }
  }

  @Test
  void aRowTellsWhenItWasAskedFor() {
    sql("select _fetched_at > current_timestamp - interval '1' hour,"
            + " _fetched_at <= current_timestamp + interval '1' hour"
            + " from workos_organization where id = 'org_acme'")
        .sends("GET /organizations/org_acme")
        .returns("true|true");
  }

  @Test
  void eventsAndListsOfParentsTellToo() {
    sql("select distinct _from_cache, _request_id is not null from workos_auth_event")
        .returns("false|true");
    sql("select id, _from_cache from workos_group").returnsNothing();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select *, _from_cache from workos_directory",
        "select d.*, d._from_cache from workos_directory d where d._request_id is not null",
        "select *, \"_FROM_CACHE\" as _from_cache from workos_directory",
      })
  void aStarDoesNotStandForThem(String statement) throws SQLException {
    try (var connection = API.connect("")) {
      var declared = columns(connection, "workos_directory");
      var expected = new ArrayList<>(declared);
      expected.add("_from_cache");
      assertThat(star(connection, statement)).isEqualTo(expected);
    }
  }

  @Test
  void aStarOverAQueryThatNamesOneHasIt() throws SQLException {
    try (var connection = API.connect("")) {
      assertThat(star(connection, "select * from (select id, _from_cache from workos_directory) d"))
          .containsExactly("id", "_from_cache");
      assertThat(
              star(
                  connection,
                  "with d as (select id, _from_cache from workos_directory) select * from d"))
          .containsExactly("id", "_from_cache");
    }
  }

  @Test
  void nobodyElseMeetsThem() throws SQLException {
    try (var connection = API.connect("")) {
      assertThat(columns(connection, "workos_directory")).noneMatch(name -> name.startsWith("_"));
      assertThat(star(connection, "select * from workos_directory"))
          .isEqualTo(columns(connection, "workos_directory"));
      sql("select count(*) from information_schema.columns where column_name like '\\_%' escape '\\'"
              + " and table_schema = 'workos'")
          .on(connection)
          .returns("0");
    }
  }

  @Test
  void aNaturalJoinDoesNotJoinByThem() {
    sql("select count(*) from (select id, name from workos_organization) a"
            + " natural join workos_organization b")
        .returns("5");
  }

  @Test
  void aConnectionThatWantsToSeeThemDoes() throws SQLException {
    try (var connection = API.connect("provenance=on")) {
      assertThat(columns(connection, "workos_directory"))
          .endsWith("_fetched_at", "_from_cache", "_request_id");
      assertThat(star(connection, "select * from workos_directory"))
          .isEqualTo(columns(connection, "workos_directory"));
      var metaData = connection.getMetaData();
      try (var columns = metaData.getColumns(null, "workos", "workos_user", "\\_from\\_cache")) {
        assertThat(columns.next()).isTrue();
        assertThat(columns.getString("REMARKS")).contains("in the cache");
      }
    }
  }

  @Test
  void namingThemCostsNoRequest() {
    sql("select count(_request_id) from workos_organization")
        .sends("GET /organizations?limit=100")
        .returns("5")
        .sameWithoutPushdown();
    sql("select id from workos_organization where _from_cache = false and id = 'org_acme'")
        .sends("GET /organizations/org_acme")
        .returns("org_acme");
  }
}
