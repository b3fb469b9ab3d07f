package io.workosjdbc.planner.sql;

/** A table with columns that a star does not stand for. */
public interface HidingTable {

  boolean hides(String column);
}
