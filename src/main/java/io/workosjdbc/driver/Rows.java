package io.workosjdbc.driver;

import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.TimeZone;
import org.apache.calcite.avatica.AvaticaResultSet;
import org.apache.calcite.avatica.AvaticaStatement;
import org.apache.calcite.avatica.ColumnMetaData;
import org.apache.calcite.avatica.Meta;
import org.apache.calcite.avatica.MetaImpl;
import org.apache.calcite.avatica.QueryState;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.Enumerator;

/**
 * Calcite's rows as a result set that never reads ahead. Calcite's own iterator fetches row n + 1
 * when row n is asked for, and so a page more than {@code setMaxRows} wants.
 *
 * <p>The first row is read at once: an error of the first request surfaces where the statement is
 * executed.
 */
final class Rows extends AvaticaResultSet {
  private final Source source;
  private Iterator<Object> coming = Collections.emptyIterator();

  /** What gives the rows, when the result set is executed. */
  interface Source {
    Iterable<Object> open();
  }

  Rows(
      Source source,
      AvaticaStatement statement,
      QueryState state,
      Meta.Signature signature,
      ResultSetMetaData resultSetMetaData,
      TimeZone timeZone,
      Meta.Frame firstFrame)
      throws SQLException {
    super(statement, state, signature, resultSetMetaData, timeZone, firstFrame);
    this.source = source;
  }

  @Override
  protected AvaticaResultSet execute() throws SQLException {
    Iterable<Object> rows = source.open();
    Iterator<Object> stepwise =
        rows instanceof Enumerable<Object> lazy ? stepper(lazy) : rows.iterator();
    coming = stepwise;
    return execute2(
        MetaImpl.createCursor(signature.cursorFactory, () -> stepwise), columnMetaDataList);
  }

  /** Whether there is a row after the current one; reads it. */
  boolean hasNext() {
    return coming.hasNext();
  }

  /** Gives back what the rows hold; the result set stays open. */
  void release() {
    if (cursor != null) {
      cursor.close();
    }
  }

  List<ColumnMetaData> columns() {
    return columnMetaDataList;
  }

  private static Stepper stepper(Enumerable<Object> rows) {
    Stepper stepper = new Stepper(rows.enumerator());
    try {
      stepper.peek();
    } catch (RuntimeException | Error e) {
      stepper.close();
      throw e;
    }
    return stepper;
  }

  /** Moves only when it is asked whether there is another row. Closing reaches the scan. */
  private static final class Stepper implements Iterator<Object>, AutoCloseable {
    private enum Position {
      BEFORE_UNKNOWN,
      BEFORE_ROW,
      AT_END,
      CLOSED
    }

    private final Enumerator<Object> rows;
    private volatile Position position = Position.BEFORE_UNKNOWN;

    Stepper(Enumerator<Object> rows) {
      this.rows = rows;
    }

    void peek() {
      if (position == Position.BEFORE_UNKNOWN) {
        position = rows.moveNext() ? Position.BEFORE_ROW : Position.AT_END;
      }
    }

    @Override
    public boolean hasNext() {
      peek();
      return position == Position.BEFORE_ROW;
    }

    @Override
    public Object next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      position = Position.BEFORE_UNKNOWN;
      return rows.current();
    }

    @Override
    public void close() {
      if (position != Position.CLOSED) {
        position = Position.CLOSED;
        rows.close();
      }
    }
  }
}
