package io.workosjdbc.request;

/** The direction in which a list is read along the column by which it is sorted. */
public enum Direction {
  ASCENDING("asc"),
  DESCENDING("desc");

  private final String parameter;

  Direction(String parameter) {
    this.parameter = parameter;
  }

  /** The value of the order parameter. */
  public String parameter() {
    return parameter;
  }
}
