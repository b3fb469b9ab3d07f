package io.workosjdbc.driver;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the database says about itself. Answers come from declarations; no request is sent. */
final class MetaDataOverrides extends MetaDataSupport {
  private static final int LONGEST_CLIENT_INFO = 255;

  private final Session session;

  MetaDataOverrides(Session session) {
    this.session = session;
  }

  @Override
  void before(String methodName) throws SQLException {
    session.checkOpen();
  }

  /** Results that Calcite gives are those without rows, such as of procedures. */
  @Override
  @Nullable Object adopt(@Nullable Object result) throws SQLException {
    return result instanceof Rows rows ? session.adopt(rows) : result;
  }

  private TableRows tables() {
    return new TableRows(session.tables());
  }

  private KeyRows keys() {
    return new KeyRows(session.tables());
  }

  public Connection getConnection() {
    return session.connection();
  }

  public String getURL() {
    return session.settings().scrubbedUrl();
  }

  public String getUserName() {
    return "";
  }

  public String getDatabaseProductName() {
    return session.settings().product().name();
  }

  public String getDatabaseProductVersion() {
    return DriverVersion.NUMBER;
  }

  public int getDatabaseMajorVersion() {
    return DriverVersion.MAJOR;
  }

  public int getDatabaseMinorVersion() {
    return DriverVersion.MINOR;
  }

  public String getDriverName() {
    return DriverVersion.DRIVER_NAME;
  }

  public String getDriverVersion() {
    return DriverVersion.NUMBER;
  }

  public int getDriverMajorVersion() {
    return DriverVersion.MAJOR;
  }

  public int getDriverMinorVersion() {
    return DriverVersion.MINOR;
  }

  public int getJDBCMajorVersion() {
    return 4;
  }

  public int getJDBCMinorVersion() {
    return 3;
  }

  public String getSearchStringEscape() {
    return String.valueOf(NamePattern.ESCAPE);
  }

  /** None, or tools would put the catalog's name in front of every table. */
  public ResultSet getCatalogs() throws SQLException {
    return session.resultOf(MetaShapes.CATALOGS, List.of());
  }

  public ResultSet getSchemas() throws SQLException {
    return getSchemas(null, null);
  }

  public ResultSet getSchemas(@Nullable String catalog, @Nullable String schemaPattern)
      throws SQLException {
    TableFilter filter = TableFilter.like(catalog, schemaPattern, null);
    return session.resultOf(MetaShapes.SCHEMAS, tables().schemas(session.schemas(), filter));
  }

  public ResultSet getTableTypes() throws SQLException {
    return session.resultOf(MetaShapes.TABLE_TYPES, tables().types());
  }

  public ResultSet getTables(
      @Nullable String catalog,
      @Nullable String schemaPattern,
      @Nullable String tableNamePattern,
      String @Nullable [] types)
      throws SQLException {
    TableFilter filter = TableFilter.like(catalog, schemaPattern, tableNamePattern);
    return session.resultOf(MetaShapes.TABLES, tables().tables(filter, types));
  }

  public ResultSet getColumns(
      @Nullable String catalog,
      @Nullable String schemaPattern,
      @Nullable String tableNamePattern,
      @Nullable String columnNamePattern)
      throws SQLException {
    TableFilter filter = TableFilter.like(catalog, schemaPattern, tableNamePattern);
    NamePattern names = NamePattern.like(columnNamePattern);
    return session.resultOf(MetaShapes.COLUMNS, tables().columns(filter, names));
  }

  public ResultSet getBestRowIdentifier(
      @Nullable String catalog,
      @Nullable String schema,
      @Nullable String table,
      int scope,
      boolean nullable)
      throws SQLException {
    TableFilter filter = TableFilter.exactly(catalog, schema, table);
    return session.resultOf(MetaShapes.ROW_IDENTIFIERS, tables().rowIdentifiers(filter));
  }

  public ResultSet getVersionColumns(
      @Nullable String catalog, @Nullable String schema, @Nullable String table)
      throws SQLException {
    return session.resultOf(MetaShapes.VERSION_COLUMNS, List.of());
  }

  public ResultSet getTablePrivileges(
      @Nullable String catalog, @Nullable String schemaPattern, @Nullable String tableNamePattern)
      throws SQLException {
    TableFilter filter = TableFilter.like(catalog, schemaPattern, tableNamePattern);
    return session.resultOf(MetaShapes.TABLE_PRIVILEGES, tables().privileges(filter));
  }

  public ResultSet getPrimaryKeys(
      @Nullable String catalog, @Nullable String schema, @Nullable String table)
      throws SQLException {
    TableFilter filter = TableFilter.exactly(catalog, schema, table);
    return session.resultOf(MetaShapes.PRIMARY_KEYS, keys().primaryKeys(filter));
  }

  public ResultSet getImportedKeys(
      @Nullable String catalog, @Nullable String schema, @Nullable String table)
      throws SQLException {
    TableFilter children = TableFilter.exactly(catalog, schema, table);
    TableFilter anyParent = TableFilter.exactly(null, null, null);
    return session.resultOf(MetaShapes.IMPORTED_KEYS, keys().references(anyParent, children));
  }

  public ResultSet getExportedKeys(
      @Nullable String catalog, @Nullable String schema, @Nullable String table)
      throws SQLException {
    TableFilter parents = TableFilter.exactly(catalog, schema, table);
    TableFilter anyChild = TableFilter.exactly(null, null, null);
    return session.resultOf(MetaShapes.EXPORTED_KEYS, keys().references(parents, anyChild));
  }

  public ResultSet getCrossReference(
      @Nullable String parentCatalog,
      @Nullable String parentSchema,
      @Nullable String parentTable,
      @Nullable String foreignCatalog,
      @Nullable String foreignSchema,
      @Nullable String foreignTable)
      throws SQLException {
    TableFilter parents = TableFilter.exactly(parentCatalog, parentSchema, parentTable);
    TableFilter children = TableFilter.exactly(foreignCatalog, foreignSchema, foreignTable);
    return session.resultOf(MetaShapes.EXPORTED_KEYS, keys().references(parents, children));
  }

  public ResultSet getIndexInfo(
      @Nullable String catalog,
      @Nullable String schema,
      @Nullable String table,
      boolean unique,
      boolean approximate)
      throws SQLException {
    TableFilter filter = TableFilter.exactly(catalog, schema, table);
    return session.resultOf(MetaShapes.INDEXES, keys().indexes(filter));
  }

  public ResultSet getTypeInfo() throws SQLException {
    return session.resultOf(MetaShapes.TYPES, TypeRows.all());
  }

  /** None that somebody has defined; what is built in is in getStringFunctions and the like. */
  public ResultSet getFunctions(
      @Nullable String catalog,
      @Nullable String schemaPattern,
      @Nullable String functionNamePattern)
      throws SQLException {
    return session.resultOf(MetaShapes.FUNCTIONS, List.of());
  }

  public ResultSet getClientInfoProperties() throws SQLException {
    return session.resultOf(
        MetaShapes.CLIENT_INFO,
        List.<@Nullable Object[]>of(
            new @Nullable Object[] {
              "ApplicationName", LONGEST_CLIENT_INFO, "", "The program that uses the connection."
            }));
  }
}
