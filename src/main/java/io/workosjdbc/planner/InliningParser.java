package io.workosjdbc.planner;

import java.io.Reader;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlAbstractParserImpl;
import org.apache.calcite.sql.parser.SqlParserImplFactory;
import org.apache.calcite.sql.parser.babel.SqlBabelParserImpl;
import org.apache.calcite.util.SourceStringReader;

/** The babel parser, with {@link InlinedParameters}. */
public final class InliningParser extends SqlBabelParserImpl {
  /** What {@code parserFactory} names: this class and {@code #FACTORY}. */
  public static final SqlParserImplFactory FACTORY = InliningParser::of;

  private InliningParser(Reader reader) {
    super(reader);
  }

  private static SqlAbstractParserImpl of(Reader reader) {
    var parser = new InliningParser(reader);
    if (reader instanceof SourceStringReader source) {
      parser.setOriginalSql(source.getSourceString());
    }
    return parser;
  }

  @Override
  public SqlNode parseSqlStmtEof() throws Exception {
    return InlinedParameters.apply(super.parseSqlStmtEof());
  }
}
