package io.workosjdbc.log;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/** For a flight recording: the planning of a statement. Costs nothing without one. */
@Name("io.workosjdbc.Plan")
@Label("Plan")
@Category("WorkOS JDBC")
@Description("A statement is parsed and planned, or its plan is found")
@StackTrace(false)
public final class PlanEvent extends Event {
  @Label("SQL")
  @Description("Its values masked")
  @Nullable String sql;

  @Label("Plan was known")
  boolean known;

  /** The planning of a statement begins now. */
  public static PlanEvent beginning() {
    var event = new PlanEvent();
    event.begin();
    return event;
  }

  /** It is over, also when it failed. */
  public void over(String text, boolean isKnown) {
    end();
    if (shouldCommit()) {
      sql = StatementText.masked(text);
      known = isKnown;
      commit();
    }
  }
}
