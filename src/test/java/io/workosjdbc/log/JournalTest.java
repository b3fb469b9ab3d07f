package io.workosjdbc.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What is written down is bounded: the latest entries stay. */
class JournalTest {
  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

  private final Journal journal = new Journal();

  @Test
  void theLatestThousandStatementsStay() {
    for (int id = 1; id <= 1_200; id++) {
      journal.add(new StatementEntry(id, "select 1", NOW, new Tally()));
    }
    assertThat(journal.statements()).hasSize(1_000);
    assertThat(journal.statements().get(0).id()).isEqualTo(201);
    assertThat(journal.statements().get(999).id()).isEqualTo(1_200);
  }

  @Test
  void theLatestTenThousandRequestsStay() {
    var outcome = new RequestEntry.Outcome(1, OptionalInt.of(200), Optional.empty());
    for (int id = 1; id <= 10_500; id++) {
      journal.add(RequestEntry.sent(id, "GET /things", outcome, NOW, Duration.ZERO));
    }
    assertThat(journal.requests()).hasSize(10_000);
    assertThat(journal.requests().get(0).statement()).isEqualTo(501);
  }

  @Test
  void textsAreCutWhetherTheyAreMaskedOrNot() {
    var text = "select " + "a, ".repeat(10_000) + "b";
    assertThat(StatementText.cut(text)).hasSize(2_003).endsWith("...");
    assertThat(StatementText.masked(text)).hasSize(2_003).endsWith("...");
    assertThat(StatementText.cut("select 1")).isEqualTo("select 1");
  }
}
