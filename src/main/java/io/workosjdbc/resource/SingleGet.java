package io.workosjdbc.resource;

import java.util.Optional;

/**
 * An endpoint that gives the one object whose column equals a value, and 404 when there is none.
 *
 * @param path the path with the value as {@code {}}
 * @param rows the array in its answer that holds the objects, where it gives the object that they
 *     belong to
 */
public record SingleGet(String column, String path, Optional<Path> rows) {

  public SingleGet {
    if (!path.startsWith("/") || path.indexOf("{}") < 0) {
      throw new IllegalArgumentException("No place for the value of " + column + " in " + path);
    }
  }
}
