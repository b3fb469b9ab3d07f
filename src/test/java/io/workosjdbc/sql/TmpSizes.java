package io.workosjdbc.sql;

import io.workosjdbc.demo.*;
import io.workosjdbc.workos.WorkOs;
import org.junit.jupiter.api.Test;

class TmpSizes {
  @Test
  void sizes() throws Exception {
    var s = DemoServer.start(DemoOptions.defaults().withEventCount(200));
    System.out.println(
        "org "
            + s.data().organizations().size()
            + " conn "
            + s.data().connections().size()
            + " dir "
            + s.data().directories().size()
            + " ev "
            + s.data().events().size()
            + " all "
            + s.data().allEvents().size());
    try (var c =
        java.sql.DriverManager.getConnection(
            "jdbc:workos:baseUrl="
                + s.baseUrl()
                + ";apiKey="
                + s.apiKey()
                + ";requestsPerSecond=10000;cache=off;maxConcurrency=1")) {
      for (var r : WorkOs.SOURCE.resources()) {
        s.clearRequests();
        int n = 0;
        long t = System.nanoTime();
        try (var st = c.createStatement();
            var rs = st.executeQuery("select * from " + r.table())) {
          while (rs.next()) n++;
        } catch (java.sql.SQLException e) {
          n = -1;
        }
        System.out.println(
            r.table()
                + " rows "
                + n
                + " requests "
                + s.requestCount()
                + " things "
                + s.data().things(r.listing().path()).size()
                + " ms "
                + (System.nanoTime() - t) / 1000000
                + " shape "
                + r.listing().shape()
                + " paged "
                + r.listing().paging().pages().isPresent()
                + " nested "
                + r.listing().paging().isNested()
                + " scopes "
                + r.listing().scopes().size());
      }
    }
  }
}
