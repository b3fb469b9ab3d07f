package io.workosjdbc.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.workosjdbc.cache.CacheControl;
import io.workosjdbc.demo.DemoData;
import io.workosjdbc.demo.DemoObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Lists whose changes events tell are known to the next process, too. */
class ListFilesTest {
  private static final String ALL = "select id, name, domains from workos_organization";

  @RegisterExtension static final Api API = Api.of(data());

  @TempDir private Path folder;

  /** 255 organizations, of which some have domains with secret tokens. */
  private static DemoData data() {
    var objects = new ArrayList<DemoObject>(ListOrderTest.organizations());
    objects.addAll(World.data().organizations());
    objects.addAll(World.data().connections());
    return DemoData.of(objects);
  }

  private Query sql(String statement) {
    return API.sql(statement).in("cache=disk;cacheDir=" + folder);
  }

  private List<Path> files() throws IOException {
    try (var files = Files.walk(folder)) {
      return files.filter(file -> file.getParent().endsWith("lists")).toList();
    }
  }

  @Test
  void theNextProcessNeedNotAsk() {
    var first = sql(ALL).sends(3, "GET /organizations").outcome();
    var second = sql(ALL).sendsNothing().sameWithoutPushdown().outcome();
    assertThat(second.rows()).isEqualTo(first.rows()).hasSize(255);
    sql("select name from workos_organization where id = 'org_acme'")
        .sendsNothing()
        .returns("Acme");
    sql("select id from workos_organization order by created_at desc, id limit 1").sendsNothing();
  }

  @Test
  void listsOfWhichEventsTellNothingAreNotThere() throws IOException {
    sql("select id from workos_role").outcome();
    assertThat(files()).isEmpty();
  }

  @Test
  void secretsAreNotThere() throws IOException {
    sql(ALL).sends(3, "GET /organizations");
    assertThat(files()).hasSize(1);
    var bytes = Files.readAllBytes(files().get(0));
    var zipped = new ByteArrayInputStream(Arrays.copyOf(bytes, bytes.length - 4));
    var text = new String(new GZIPInputStream(zipped).readAllBytes(), StandardCharsets.UTF_8);
    assertThat(text).contains("acme.example", "verification_token").doesNotContain("secret-token");
    assertThat(text).doesNotContain(API.server().apiKey());
    sql("select raw from workos_organization where id = 'org_acme'")
        .sendsNothing()
        .sameWithoutPushdown();
  }

  @Test
  void withoutPatienceTheServiceIsAsked() throws SQLException {
    sql(ALL).sends(3, "GET /organizations");
    API.sql(ALL).in("entityTtl=0;cache=disk;cacheDir=" + folder).sends(3, "GET /organizations");
    API.sql(ALL).in("cache=off;cacheDir=" + folder).sends(3, "GET /organizations");
  }

  @Test
  void aDamagedFileIsReadAgain() throws IOException {
    sql(ALL).sends(3, "GET /organizations");
    Files.write(files().get(0), new byte[] {1, 2, 3, 4, 5, 6});
    sql(ALL).sends(3, "GET /organizations");
    sql(ALL).sendsNothing();
  }

  @Test
  void purgingAndRefreshingDeletesThem() throws IOException, SQLException {
    sql(ALL).sends(3, "GET /organizations");
    sql("select id from workos_connection").sends(1, "GET /connections");
    assertThat(files()).hasSize(2);
    try (var connection = API.connect("cache=disk;cacheDir=" + folder)) {
      connection.unwrap(CacheControl.class).refresh("workos_connection");
      assertThat(files()).hasSize(1);
      connection.unwrap(CacheControl.class).purge();
      assertThat(files()).isEmpty();
    }
    sql(ALL).sends(3, "GET /organizations");
  }

  @Test
  void inMemoryNothingIsWritten() throws IOException {
    API.sql(ALL).in("cache=memory;cacheDir=" + folder).sends(3, "GET /organizations");
    assertThat(folder).isEmptyDirectory();
  }
}
