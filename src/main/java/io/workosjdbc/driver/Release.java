package io.workosjdbc.driver;

/** Something to give back, without a checked exception. Closing twice is harmless. */
@FunctionalInterface
interface Release extends AutoCloseable {
  @Override
  void close();
}
