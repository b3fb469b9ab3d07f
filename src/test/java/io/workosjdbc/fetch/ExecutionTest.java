package io.workosjdbc.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExecutionTest {

  @Test
  void executionsAreToldApartByTheirIds() {
    var first = Execution.unbounded();
    var second = Execution.unbounded();

    assertThat(first.id()).isPositive().isEqualTo(first.id());
    assertThat(second.id()).isGreaterThan(first.id());
  }
}
