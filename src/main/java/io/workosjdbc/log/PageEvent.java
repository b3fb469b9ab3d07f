package io.workosjdbc.log;

import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/** For a flight recording: the reading of a page into rows. Costs nothing without one. */
@Name("io.workosjdbc.Page")
@Label("Page")
@Category("WorkOS JDBC")
@Description("The JSON of an answer is read into rows")
@StackTrace(false)
public final class PageEvent extends Event {
  @Label("Statement")
  long statement;

  @Label("Table")
  @Nullable String table;

  @Label("Objects")
  int objects;

  @Label("Bytes")
  @DataAmount
  long bytes;

  @Label("From the cache")
  boolean cached;

  /** The reading of a page for a statement begins now. */
  public static PageEvent begin(long statement) {
    var event = new PageEvent();
    event.statement = statement;
    event.begin();
    return event;
  }

  /** It is over. */
  public void over(String of, int number, long size, boolean isCached) {
    end();
    if (shouldCommit()) {
      table = of;
      objects = number;
      bytes = size;
      cached = isCached;
      commit();
    }
  }
}
