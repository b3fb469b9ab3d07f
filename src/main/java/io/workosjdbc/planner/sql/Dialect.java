package io.workosjdbc.planner.sql;

import org.apache.calcite.avatica.util.Casing;
import org.apache.calcite.avatica.util.Quoting;
import org.apache.calcite.sql.parser.SqlParser;
import org.apache.calcite.sql.validate.SqlConformanceEnum;

/**
 * How a Calcite connection has to be set up for the SQL that people and tools write: besides these,
 * {@code quoting=DOUBLE_QUOTE}, {@code caseSensitive=false}, casing UNCHANGED, {@code
 * conformance=LENIENT}, {@code timeZone=UTC} and {@code locale=en}; statements prepared as {@link
 * DialectStatement}; and {@link InformationSchema} in the root schema.
 */
public final class Dialect {

  /**
   * For {@code fun}. What other libraries have and people use is rewritten to these; Oracle's would
   * bring functions that load XML and style sheets, and second meanings of names.
   */
  public static final String LIBRARIES = "standard,postgresql";

  /** For {@code parserFactory}. */
  public static final String PARSER_FACTORY = DialectParser.class.getName() + "#FACTORY";

  private Dialect() {}

  /** The same for a text that comes from elsewhere than a statement of the connection. */
  public static SqlParser.Config parser() {
    return SqlParser.config()
        .withParserFactory(DialectParser.FACTORY)
        .withQuoting(Quoting.DOUBLE_QUOTE)
        .withQuotedCasing(Casing.UNCHANGED)
        .withUnquotedCasing(Casing.UNCHANGED)
        .withConformance(SqlConformanceEnum.LENIENT);
  }
}
