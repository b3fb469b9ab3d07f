package io.workosjdbc.planner.sql;

import java.io.Reader;
import java.io.StringReader;
import java.util.Optional;
import java.util.function.Function;
import org.apache.calcite.server.DdlExecutor;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlAbstractParserImpl;
import org.apache.calcite.sql.parser.SqlParserImplFactory;
import org.apache.calcite.sql.parser.babel.ParseException;
import org.apache.calcite.sql.parser.babel.SqlBabelParserImpl;
import org.apache.calcite.util.SourceStringReader;

/**
 * The babel parser, for the SQL of more dialects. What it refuses in words of its own it refuses
 * with a {@link RefusedStatement}.
 */
public final class DialectParser extends SqlBabelParserImpl {

  /** What {@code parserFactory} names: this class and {@code #FACTORY}. */
  public static final SqlParserImplFactory FACTORY = factory(DialectParser::new);

  private final Tokens tokens;

  private DialectParser(Reader reader) {
    super(new StringReader(""));
    tokens = new Tokens(reader);
    token_source = tokens;
  }

  /** A factory of parsers of this kind. */
  static SqlParserImplFactory factory(Function<Reader, DialectParser> parsers) {
    return new Factory(parsers);
  }

  @Override
  public SqlNode parseSqlStmtEof() throws Exception {
    var words = tokens.read();
    Refusals.check(words);
    var command = Commands.of(words);
    return command.isPresent()
        ? command.get()
        : TreeRewrites.apply(ColumnLabels.given(InlinedParameters.apply(select(query()))));
  }

  /** {@code TABLE t} is {@code SELECT * FROM t}. */
  private static SqlNode select(SqlNode query) {
    return query.getKind() == SqlKind.EXPLICIT_TABLE
            && ((SqlCall) query).operand(0) instanceof SqlIdentifier table
        ? Template.fill("select * from " + Template.TABLE, Optional.of(table))
        : query;
  }

  private SqlNode query() throws Exception {
    try {
      return super.parseSqlStmtEof();
    } catch (ParseException e) {
      throw Refusals.unexpected(e);
    }
  }

  @Override
  public SqlNode parseSqlExpressionEof() throws Exception {
    return TreeRewrites.apply(super.parseSqlExpressionEof());
  }

  private static final class Factory implements SqlParserImplFactory {

    private final Function<Reader, DialectParser> parsers;

    Factory(Function<Reader, DialectParser> parsers) {
      this.parsers = parsers;
    }

    @Override
    public SqlAbstractParserImpl getParser(Reader reader) {
      var parser = parsers.apply(reader);
      if (reader instanceof SourceStringReader source) {
        parser.setOriginalSql(source.getSourceString());
      }
      return parser;
    }

    /** The only statements that count as DDL are those that do nothing. */
    @Override
    public DdlExecutor getDdlExecutor() {
      return (context, node) -> {};
    }
  }
}
