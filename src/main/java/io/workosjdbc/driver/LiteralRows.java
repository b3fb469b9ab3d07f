package io.workosjdbc.driver;

import java.sql.SQLException;
import java.util.List;
import java.util.TimeZone;
import java.util.stream.IntStream;
import org.apache.calcite.avatica.AvaticaStatement;
import org.apache.calcite.avatica.ColumnMetaData;
import org.apache.calcite.avatica.ColumnMetaData.Rep;
import org.apache.calcite.avatica.Meta.CursorFactory;
import org.apache.calcite.avatica.Meta.Frame;
import org.apache.calcite.avatica.Meta.Signature;
import org.apache.calcite.avatica.Meta.StatementType;
import org.apache.calcite.avatica.MetaImpl;
import org.apache.calcite.avatica.QueryState;
import org.jspecify.annotations.Nullable;

/** Rows that are at hand, as Avatica reads them. */
final class LiteralRows {
  private LiteralRows() {}

  /**
   * Opens the rows.
   *
   * @param statement what is to be closed with the rows
   */
  static Rows open(
      AvaticaStatement statement, List<ResultShape.Field> fields, List<@Nullable Object[]> rows)
      throws SQLException {
    List<ColumnMetaData> columns =
        IntStream.range(0, fields.size()).mapToObj(i -> column(fields.get(i), i)).toList();
    Signature signature =
        Signature.create(columns, "", List.of(), CursorFactory.ARRAY, StatementType.SELECT);
    Rows result =
        new Rows(
            () -> List.<Object>copyOf(rows),
            statement,
            new QueryState(),
            signature,
            new ResultColumns(columns),
            TimeZone.getTimeZone("UTC"),
            Frame.EMPTY);
    result.execute();
    return result;
  }

  private static ColumnMetaData column(ResultShape.Field field, int index) {
    JdbcType type = field.type();
    return MetaImpl.columnMetaData(
        field.name(), index, ColumnMetaData.scalar(type.number(), type.name(), Rep.OBJECT), true);
  }
}
