package io.workosjdbc.driver;

import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a JDBC object of ours does otherwise than Calcite's. A public method of a subclass that has
 * the name and parameters of a method of the JDBC interface replaces that; all others go to
 * Calcite.
 */
abstract class Overrides {
  /**
   * Called before each method but those of Object and Wrapper; throws when the object is closed.
   */
  void before(String methodName) throws SQLException {}

  /** Called with what a method of Calcite's object returns; makes it ours. */
  @Nullable Object adopt(@Nullable Object result) throws SQLException {
    return result;
  }

  /** An object behind this one that users may ask for by {@code unwrap}, beside Calcite's. */
  <T> Optional<T> wrapped(Class<T> type) {
    return Optional.empty();
  }

  /** Called with everything that is thrown. */
  SQLException translate(Throwable failure) {
    return SqlErrors.translate(failure);
  }
}
