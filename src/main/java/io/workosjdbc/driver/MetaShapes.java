package io.workosjdbc.driver;

/** The results of {@link java.sql.DatabaseMetaData} (JDBC 4.3), as its Javadoc lists them. */
final class MetaShapes {
  static final ResultShape CATALOGS = ResultShape.empty().text("TABLE_CAT");

  static final ResultShape SCHEMAS =
      ResultShape.empty().text("TABLE_SCHEM", "TABLE_CATALOG").sortedBy("TABLE_SCHEM");

  static final ResultShape TABLE_TYPES =
      ResultShape.empty().text("TABLE_TYPE").sortedBy("TABLE_TYPE");

  static final ResultShape TABLES =
      ResultShape.empty()
          .text("TABLE_CAT", "TABLE_SCHEM", "TABLE_NAME", "TABLE_TYPE", "REMARKS", "TYPE_CAT")
          .text("TYPE_SCHEM", "TYPE_NAME", "SELF_REFERENCING_COL_NAME", "REF_GENERATION")
          .sortedBy("TABLE_TYPE", "TABLE_SCHEM", "TABLE_NAME");

  static final ResultShape COLUMNS =
      ResultShape.empty()
          .text("TABLE_CAT", "TABLE_SCHEM", "TABLE_NAME", "COLUMN_NAME")
          .integer("DATA_TYPE")
          .text("TYPE_NAME")
          .integer("COLUMN_SIZE", "BUFFER_LENGTH", "DECIMAL_DIGITS", "NUM_PREC_RADIX", "NULLABLE")
          .text("REMARKS", "COLUMN_DEF")
          .integer("SQL_DATA_TYPE", "SQL_DATETIME_SUB", "CHAR_OCTET_LENGTH", "ORDINAL_POSITION")
          .text("IS_NULLABLE", "SCOPE_CATALOG", "SCOPE_SCHEMA", "SCOPE_TABLE")
          .smallint("SOURCE_DATA_TYPE")
          .text("IS_AUTOINCREMENT", "IS_GENERATEDCOLUMN")
          .sortedBy("TABLE_SCHEM", "TABLE_NAME", "ORDINAL_POSITION");

  static final ResultShape PRIMARY_KEYS =
      ResultShape.empty()
          .text("TABLE_CAT", "TABLE_SCHEM", "TABLE_NAME", "COLUMN_NAME")
          .smallint("KEY_SEQ")
          .text("PK_NAME")
          .sortedBy("COLUMN_NAME", "TABLE_SCHEM", "TABLE_NAME");

  private static final ResultShape FOREIGN_KEYS =
      ResultShape.empty()
          .text("PKTABLE_CAT", "PKTABLE_SCHEM", "PKTABLE_NAME", "PKCOLUMN_NAME")
          .text("FKTABLE_CAT", "FKTABLE_SCHEM", "FKTABLE_NAME", "FKCOLUMN_NAME")
          .smallint("KEY_SEQ", "UPDATE_RULE", "DELETE_RULE")
          .text("FK_NAME", "PK_NAME")
          .smallint("DEFERRABILITY");

  static final ResultShape IMPORTED_KEYS =
      FOREIGN_KEYS.sortedBy("PKTABLE_SCHEM", "PKTABLE_NAME", "KEY_SEQ", "FKTABLE_NAME", "FK_NAME");

  static final ResultShape EXPORTED_KEYS =
      FOREIGN_KEYS.sortedBy("FKTABLE_SCHEM", "FKTABLE_NAME", "KEY_SEQ", "FK_NAME");

  static final ResultShape INDEXES =
      ResultShape.empty()
          .text("TABLE_CAT", "TABLE_SCHEM", "TABLE_NAME")
          .truth("NON_UNIQUE")
          .text("INDEX_QUALIFIER", "INDEX_NAME")
          .smallint("TYPE", "ORDINAL_POSITION")
          .text("COLUMN_NAME", "ASC_OR_DESC")
          .bigint("CARDINALITY", "PAGES")
          .text("FILTER_CONDITION")
          .sortedBy("NON_UNIQUE", "TYPE", "INDEX_NAME", "ORDINAL_POSITION");

  static final ResultShape ROW_IDENTIFIERS = identifier("SCOPE").sortedBy("SCOPE");

  static final ResultShape VERSION_COLUMNS = identifier("SCOPE");

  static final ResultShape TYPES =
      ResultShape.empty()
          .text("TYPE_NAME")
          .integer("DATA_TYPE", "PRECISION")
          .text("LITERAL_PREFIX", "LITERAL_SUFFIX", "CREATE_PARAMS")
          .smallint("NULLABLE")
          .truth("CASE_SENSITIVE")
          .smallint("SEARCHABLE")
          .truth("UNSIGNED_ATTRIBUTE", "FIXED_PREC_SCALE", "AUTO_INCREMENT")
          .text("LOCAL_TYPE_NAME")
          .smallint("MINIMUM_SCALE", "MAXIMUM_SCALE")
          .integer("SQL_DATA_TYPE", "SQL_DATETIME_SUB", "NUM_PREC_RADIX")
          .sortedBy("DATA_TYPE");

  static final ResultShape TABLE_PRIVILEGES =
      ResultShape.empty()
          .text("TABLE_CAT", "TABLE_SCHEM", "TABLE_NAME")
          .text("GRANTOR", "GRANTEE", "PRIVILEGE", "IS_GRANTABLE")
          .sortedBy("TABLE_SCHEM", "TABLE_NAME", "PRIVILEGE");

  static final ResultShape CLIENT_INFO =
      ResultShape.empty()
          .text("NAME")
          .integer("MAX_LEN")
          .text("DEFAULT_VALUE", "DESCRIPTION")
          .sortedBy("NAME");

  static final ResultShape FUNCTIONS =
      ResultShape.empty()
          .text("FUNCTION_CAT", "FUNCTION_SCHEM", "FUNCTION_NAME", "REMARKS")
          .smallint("FUNCTION_TYPE")
          .text("SPECIFIC_NAME");

  private MetaShapes() {}

  private static ResultShape identifier(String scope) {
    return ResultShape.empty()
        .smallint(scope)
        .text("COLUMN_NAME")
        .integer("DATA_TYPE")
        .text("TYPE_NAME")
        .integer("COLUMN_SIZE", "BUFFER_LENGTH")
        .smallint("DECIMAL_DIGITS", "PSEUDO_COLUMN");
  }
}
