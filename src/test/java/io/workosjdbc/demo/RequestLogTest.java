package io.workosjdbc.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RequestLogTest {
  @Test
  void keepsTheNewestAndCountsAll() {
    try (DemoServer server = DemoServer.start(DemoOptions.defaults().withEventCount(0))) {
      DemoClient client = new DemoClient(server);
      for (int i = 0; i < 10_001; i++) {
        client.get("/nowhere/" + i);
      }
      assertThat(server.requestCount()).isEqualTo(10_001);
      assertThat(server.requests()).hasSize(5_001).endsWith("GET /nowhere/10000");
      server.clearRequests();
      assertThat(server.requestCount()).isZero();
    }
  }
}
