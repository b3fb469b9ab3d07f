package io.workosjdbc.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.workosjdbc.http.LocalProxy;
import java.io.IOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The properties by which a connection finds its way out of a company. */
class NetworkTest {
  @RegisterExtension static final Api API = Api.of(World.data());

  @Test
  void aSocksProxyIsGivenItsLogin() throws IOException {
    try (var proxy = LocalProxy.socks(Optional.of("me:p@ss"))) {
      API.sql("select count(*) from workos_organization")
          .in("proxy=socks5://me:p%40ss@127.0.0.1:" + proxy.port())
          .sends("GET /organizations?limit=100")
          .returns("5");
      assertThat(proxy.asked())
          .containsExactly("SOCKS 127.0.0.1:" + API.server().baseUrl().getPort());
    }
  }

  @Test
  void aProxyThatRefusesFailsTheStatement() throws IOException {
    try (var proxy = LocalProxy.socks(Optional.of("me:other"))) {
      API.sql("select count(*) from workos_organization")
          .in("maxRetries=0;proxy=socks5://me:pass_word@127.0.0.1:" + proxy.port())
          .fails("08001", "refuses the user or the password");
    }
  }

  /** It runs in this process, wherever the other environments are. */
  @Test
  void theDemonstrationIsReachedWithoutTheProxy() throws SQLException {
    try (var connection =
            DriverManager.getConnection(
                "jdbc:okta:demo=true;maxRetries=0;proxy=http://proxy.invalid:3128");
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select count(*) from okta_group")) {
      assertThat(rows.next()).isTrue();
    }
  }

  /** Plain http is for this machine only, and a proxy elsewhere could read the key. */
  @Test
  void plainHttpIsNotSentToAProxyElsewhere() {
    for (var proxy : new String[] {"http://proxy.example:3128", "socks5://198.51.100.7:1080"}) {
      API.sql("select 1").in("proxy=" + proxy).fails("22023", "baseUrl is plain http");
    }
  }

  @Test
  void aKeyStoreThatIsNotThereIsNamed() {
    API.sql("select 1").in("keyStore=/none.p12").fails("22023", "Property keyStore: the file");
  }
}
