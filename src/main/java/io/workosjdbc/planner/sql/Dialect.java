package io.workosjdbc.planner.sql;

/**
 * How a Calcite connection has to be set up for the SQL that people and tools write: besides these,
 * {@code quoting=DOUBLE_QUOTE}, {@code caseSensitive=false}, casing UNCHANGED, {@code
 * conformance=LENIENT} and {@code timeZone=UTC}; statements prepared as {@link DialectStatement};
 * and {@link InformationSchema} in the root schema.
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
}
