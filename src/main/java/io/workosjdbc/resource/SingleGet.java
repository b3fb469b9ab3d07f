package io.workosjdbc.resource;

/**
 * An endpoint that gives the one object whose column equals a value, and 404 when there is none.
 *
 * @param path the path with the value as {@code {}}
 */
public record SingleGet(String column, String path) {

  public SingleGet {
    if (!path.startsWith("/") || path.indexOf("{}") < 0) {
      throw new IllegalArgumentException("No place for the value of " + column + " in " + path);
    }
  }
}
