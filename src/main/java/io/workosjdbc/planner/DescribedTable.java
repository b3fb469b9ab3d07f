package io.workosjdbc.planner;

/** A table that is no list of the API and can say what it is. */
public interface DescribedTable {

  String description();

  /** What a column of it is. */
  String description(String column);
}
