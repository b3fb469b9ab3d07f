package io.workosjdbc.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MaskingTest {

  @Test
  void textsAreMasked() {
    assertThat(StatementText.masked("select id from t where email = 'ann@acme.example' and a = ''"))
        .isEqualTo("select id from t where email = '?' and a = '?'");
  }

  @Test
  void aQuoteInATextDoesNotEndIt() {
    assertThat(StatementText.masked("select 'O''Hara', name from t"))
        .isEqualTo("select '?', name from t");
  }

  @Test
  void aTextWithoutAnEndIsMaskedToTheEnd() {
    assertThat(StatementText.masked("select 'Ann Other, born")).isEqualTo("select '?'");
  }

  @Test
  void quotedNamesStay() {
    assertThat(StatementText.masked("select \"it's\" from \"t\" where a = 'x'"))
        .isEqualTo("select \"it's\" from \"t\" where a = '?'");
  }

  @Test
  void instantsAndIntervalsStay() {
    String sql =
        "select 1 where a > timestamp '2026-06-01 10:00:00' and b < '2026-06-01T10:00:00.000Z'"
            + " and c > date '2026-06-01' - interval '7' day";
    assertThat(StatementText.masked(sql)).isEqualTo(sql);
  }

  @Test
  void commentsGo() {
    assertThat(StatementText.masked("select 1 -- for Ann\n, 2 /* and 'Bob' */ from t"))
        .isEqualTo("select 1  \n, 2   from t");
  }

  @Test
  void longNumbersAreMaskedAndShortOnesStay() {
    assertThat(StatementText.masked("select a1234567 from t where phone = 4915112345678 limit 100"))
        .isEqualTo("select a1234567 from t where phone = ? limit 100");
  }

  @Test
  void longStatementsAreCut() {
    assertThat(StatementText.masked("select " + "a, ".repeat(10_000) + "b"))
        .hasSize(2_003)
        .endsWith("...");
  }

  @Test
  void hostileStatementsAreMaskedToo() {
    var quotes = "''".repeat(500_000);
    assertThat(StatementText.masked("select '" + quotes + "x' from t"))
        .isEqualTo("select '?' from t");
    assertThat(StatementText.masked("select /*" + "*".repeat(1_000_000))).isEqualTo("select");
    assertThat(RequestLine.masked("GET /things?name=" + "a".repeat(1_000_000))).hasSize(1_000_017);
  }

  @Test
  void emailFiltersAreMaskedInRequestLines() {
    assertThat(
            RequestLine.masked(
                "GET /user_management/users?limit=100&email=ann&organization_id=org_1"))
        .isEqualTo("GET /user_management/users?limit=100&email=***&organization_id=org_1");
    assertThat(RequestLine.masked("GET /users/ann%40acme.example/x?a=b@c.example,d"))
        .isEqualTo("GET /users/***/x?a=***,d");
    assertThat(
            RequestLine.masked(
                "GET /api/v1/users?limit=200&search=profile.email%20sw%20%22ann%22%20and%20status"
                    + "%20eq%20%22ACTIVE%22%20and%20profile.login%20co%20%22bob%22"))
        .isEqualTo(
            "GET /api/v1/users?limit=200&search=profile.email%20sw%20%22***%22%20and%20status"
                + "%20eq%20%22ACTIVE%22%20and%20profile.login%20co%20%22***%22");
    assertThat(RequestLine.masked("GET /organizations?limit=100&domains=acme.example"))
        .isEqualTo("GET /organizations?limit=100&domains=acme.example");
  }
}
