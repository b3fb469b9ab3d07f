package io.workosjdbc.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RequestLogTest {
  @Test
  void keepsTheNewestAndCountsAll() {
    var log = new RequestLog(50);
    for (int i = 0; i < 101; i++) {
      add(log, "/nowhere/" + i);
    }
    assertThat(log.count()).isEqualTo(101);
    assertThat(log.entries()).hasSize(51);
    assertThat(log.entries().get(50).line()).isEqualTo("GET /nowhere/100");
    log.clear();
    assertThat(log.count()).isZero();
    assertThat(log.entries()).isEmpty();
  }

  @Test
  void aServerCountsWhatArrives() {
    try (DemoServer server = DemoServer.start(DemoOptions.defaults().withEventCount(0))) {
      DemoClient client = new DemoClient(server);
      client.get("/nowhere/1");
      client.get("/nowhere/2");
      assertThat(server.requestCount()).isEqualTo(2);
      assertThat(server.requests()).containsExactly("GET /nowhere/1", "GET /nowhere/2");
      server.clearRequests();
      assertThat(server.requestCount()).isZero();
    }
  }

  private static void add(RequestLog log, String path) {
    var target = URI.create(path);
    log.add(Request.of("GET", target, Optional.empty()), target, new Headers());
  }
}
