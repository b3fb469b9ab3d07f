package io.workosjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EnvironmentsTest {
  private final List<String> closed = new ArrayList<>();
  private final Environments<String, StringBuilder> environments =
      new Environments<>(value -> closed.add(value.toString()));

  @Test
  void equalKeysShareOneValueUntilTheLastLeaseIsClosed() throws SQLException {
    var first = environments.lease("a", StringBuilder::new);
    var second = environments.lease("a", StringBuilder::new);
    var other = environments.lease("b", StringBuilder::new);
    assertThat(second.value()).isSameAs(first.value()).isNotSameAs(other.value());

    first.close();
    first.close();
    assertThat(closed).isEmpty();
    second.close();
    assertThat(closed).containsExactly("a");
    assertThat(environments.size()).isEqualTo(1);
    other.close();
    assertThat(environments.size()).isZero();
  }

  @Test
  void aFailedFactoryLeavesNothingBehind() throws SQLException {
    assertThatThrownBy(
            () ->
                environments.lease(
                    "a",
                    key -> {
                      throw new SQLException("no");
                    }))
        .hasMessage("no");
    assertThat(environments.size()).isZero();
    environments.lease("a", StringBuilder::new).close();
    assertThat(closed).containsExactly("a");
  }
}
