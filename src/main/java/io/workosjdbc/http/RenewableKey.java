package io.workosjdbc.http;

import java.util.function.Supplier;

/** A key that may have been exchanged since it was read. Thread-safe. */
public interface RenewableKey extends Supplier<String> {

  /**
   * The service refused a key: reads the source again, unless somebody has just done so.
   *
   * @return whether {@link #get()} now gives another one
   */
  boolean renew(String refused);
}
