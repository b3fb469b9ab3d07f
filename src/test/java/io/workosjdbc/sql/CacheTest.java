package io.workosjdbc.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.workosjdbc.demo.Answer;
import io.workosjdbc.demo.DemoData;
import io.workosjdbc.demo.DemoObject;
import io.workosjdbc.demo.Fault;
import io.workosjdbc.demo.Hold;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What one statement read, the next one need not ask for: 250 organizations, 7 connections. */
class CacheTest {
  private static final String FIRST = "GET /organizations?limit=100";

  @RegisterExtension static final Api API = Api.of(data());

  private Connection connection;

  private static DemoData data() {
    var objects = new ArrayList<DemoObject>(ListOrderTest.organizations());
    objects.addAll(World.data().connections());
    objects.addAll(World.data().events());
    return DemoData.of(objects);
  }

  @BeforeEach
  void connect() throws SQLException {
    connection = API.connect("cache=memory");
  }

  @AfterEach
  void disconnect() throws SQLException {
    connection.close();
  }

  private Query sql(String statement) {
    return API.sql(statement).on(connection);
  }

  @Test
  void theSameAgainSendsNothing() {
    var first = sql("select * from workos_organization").sends(3, FIRST).outcome();
    var second = sql("select * from workos_organization").sendsNothing().outcome();

    assertThat(second.rows()).isEqualTo(first.rows()).hasSize(250);
  }

  @Test
  void theStartThatALimitLeftIsGoneOnWith() {
    sql("select id from workos_organization limit 3").sends(FIRST);
    sql("select id from workos_organization limit 10").sendsNothing();
    sql("select id from workos_organization limit 150").sends(FIRST + "&after=org_150");
    var all = sql("select id from workos_organization").sends(FIRST + "&after=org_050").outcome();

    assertThat(all.rows()).hasSize(250).doesNotHaveDuplicates();
  }

  @Test
  void aWholeListAnswersNarrowerQuestions() {
    sql("select id from workos_connection").sends("GET /connections?limit=100");

    sql("select id from workos_connection where organization_id = 'org_acme'")
        .sendsNothing()
        .returns("conn_github", "conn_okta");
    sql("select id from workos_connection where id = 'conn_new'")
        .sendsNothing()
        .returns("conn_new");
    sql("select id from workos_connection where id = 'conn_none'").sendsNothing().returnsNothing();
    sql("select id from workos_connection order by created_at desc, id limit 1")
        .sendsNothing()
        .returns("conn_pending");
    sql("select created_at from workos_connection order by created_at limit 1")
        .sendsNothing()
        .returns("2026-05-01 08:00:08.000");
  }

  @Test
  void aNarrowAnswerDoesNotAnswerTheWholeList() {
    sql("select id from workos_connection where organization_id = 'org_acme'")
        .sends("GET /connections?limit=100&organization_id=org_acme");
    sql("select id from workos_connection where organization_id = 'org_acme'"
            + " and connection_type = 'OktaSAML'")
        .sendsNothing()
        .returns("conn_okta");
    sql("select count(*) from workos_connection").sends("GET /connections?limit=100").returns("7");
  }

  @Test
  void anUnfinishedListDoesNotAnswerKeys() {
    sql("select id from workos_organization limit 3").sends(FIRST);
    sql("select id from workos_organization where id = 'org_001'")
        .sends("GET /organizations/org_001")
        .returns("org_001");
    sql("select id from workos_organization where id = 'org_001'")
        .sendsNothing()
        .returns("org_001");
  }

  @Test
  void anObjectThatIsNotThereIsRemembered() {
    sql("select id from workos_organization where id = 'org_none'")
        .sends(1, "GET")
        .returnsNothing();
    sql("select id from workos_organization where id = 'org_none'").sendsNothing().returnsNothing();
  }

  @Test
  void connectionsToOneEnvironmentShareIt() throws SQLException {
    sql("select id from workos_connection").sends("GET /connections?limit=100");
    try (var another = API.connect("cache=memory")) {
      API.sql("select count(*) from workos_connection").on(another).sendsNothing().returns("7");
    }
  }

  @Test
  void aConnectionWithoutCacheAlwaysAsks() throws SQLException {
    sql("select id from workos_connection").sends("GET /connections?limit=100");
    for (var properties : new String[] {"cache=off", "cache=memory;entityTtl=0s"}) {
      try (var live = API.connect(properties)) {
        for (int time = 0; time < 2; time++) {
          API.sql("select count(*) from workos_connection")
              .on(live)
              .sends("GET /connections?limit=100")
              .returns("7");
        }
      }
    }
  }

  @Test
  void aChangeIsSeenAtTheLatestWithoutACache() throws SQLException {
    sql("select name from workos_organization where id = 'org_001'").returns("Organization 1");
    API.server().edit("org_001", io.workosjdbc.demo.Edit.set("name", "Renamed"));

    sql("select name from workos_organization where id = 'org_001'").returns("Organization 1");
    API.sql("select name from workos_organization where id = 'org_001'").returns("Renamed");
  }

  @Test
  void failuresAreNotKept() {
    API.server().fail(Fault.next(1, "/connections", Answer.message(403, "Forbidden")));

    sql("select id from workos_connection").fails("42501", "Forbidden");
    sql("select count(*) from workos_connection").sends(1, "GET /connections").returns("7");
  }

  @Test
  void theLookupOfConnectionTypesIsTheListOfConnections() {
    sql("select id from workos_connection").sends("GET /connections?limit=100");
    sql("select connection_type from workos_auth_event where event_type ="
            + " 'authentication.sso_started' and created_at > timestamp '2026-06-10 00:00:00'")
        .sends(1, "GET /events?limit=100&events=authentication.sso_started")
        .returns("OktaSAML");
  }

  @Test
  void bothSidesOfASelfJoinAreReadOnce() {
    sql("select count(*) from workos_connection a"
            + " join workos_connection b on a.organization_id = b.organization_id")
        .sends("GET /connections?limit=100")
        .returns("10");
  }

  @Test
  void askersAtTheSameTimeShareOneFlight() throws Exception {
    var hold = Hold.beforeAnswer();
    API.server().fail(Fault.next(1, "/connections", hold));
    var threads = Executors.newFixedThreadPool(4);
    var askers = new ArrayList<CompletableFuture<Outcome>>();
    API.server().clearRequests();
    for (int asker = 0; asker < 4; asker++) {
      askers.add(CompletableFuture.supplyAsync(CacheTest::countConnections, threads));
    }
    hold.reached().get(10, TimeUnit.SECONDS);
    hold.release();

    for (var asker : askers) {
      assertThat(asker.get(10, TimeUnit.SECONDS).rows()).containsExactly("7");
    }
    assertThat(API.server().requestCount()).isEqualTo(1);
    threads.shutdown();
  }

  /** Not by a {@link Query}, which forgets the requests of the others. */
  private static Outcome countConnections() {
    try (var own = API.connect("cache=memory");
        var statement = own.createStatement();
        var rows = statement.executeQuery("select count(*) from workos_connection")) {
      var counts = new ArrayList<String>();
      while (rows.next()) {
        counts.add(rows.getString(1));
      }
      var now = java.time.Instant.now();
      return new Outcome(
          counts, java.util.List.of(), java.util.List.of(), java.util.Optional.empty(), now, now);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
