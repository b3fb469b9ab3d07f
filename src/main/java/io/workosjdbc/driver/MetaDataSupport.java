package io.workosjdbc.driver;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.RowIdLifetime;
import org.apache.calcite.sql.SqlJdbcFunctionCall;

/** What of SQL and JDBC there is. Where nothing is said, Calcite's answer holds. */
abstract class MetaDataSupport extends Overrides {
  /** The parser's longest identifier. */
  private static final int LONGEST_NAME = 128;

  public boolean isReadOnly() {
    return true;
  }

  public boolean supportsTransactions() {
    return false;
  }

  public int getDefaultTransactionIsolation() {
    return Connection.TRANSACTION_NONE;
  }

  /** All may be set and change nothing; some tools complain about a level that is missing. */
  public boolean supportsTransactionIsolationLevel(int level) {
    return level == Connection.TRANSACTION_NONE
        || level == Connection.TRANSACTION_READ_UNCOMMITTED
        || level == Connection.TRANSACTION_READ_COMMITTED
        || level == Connection.TRANSACTION_REPEATABLE_READ
        || level == Connection.TRANSACTION_SERIALIZABLE;
  }

  public boolean supportsDataManipulationTransactionsOnly() {
    return false;
  }

  public boolean dataDefinitionCausesTransactionCommit() {
    return false;
  }

  /** A commit changes nothing, for a result that is being read, too. */
  public boolean supportsOpenCursorsAcrossCommit() {
    return true;
  }

  public boolean supportsOpenCursorsAcrossRollback() {
    return true;
  }

  public boolean supportsOpenStatementsAcrossCommit() {
    return true;
  }

  public boolean supportsOpenStatementsAcrossRollback() {
    return true;
  }

  public boolean supportsBatchUpdates() {
    return false;
  }

  public boolean supportsSavepoints() {
    return false;
  }

  public boolean supportsGetGeneratedKeys() {
    return false;
  }

  public boolean supportsMultipleOpenResults() {
    return false;
  }

  public boolean supportsStoredProcedures() {
    return false;
  }

  public boolean supportsStoredFunctionsUsingCallSyntax() {
    return false;
  }

  public boolean allProceduresAreCallable() {
    return false;
  }

  public boolean supportsResultSetType(int type) {
    return type == ResultSet.TYPE_FORWARD_ONLY;
  }

  public boolean supportsResultSetConcurrency(int type, int concurrency) {
    return supportsResultSetType(type) && concurrency == ResultSet.CONCUR_READ_ONLY;
  }

  public int getResultSetHoldability() {
    return ResultSet.HOLD_CURSORS_OVER_COMMIT;
  }

  public boolean supportsResultSetHoldability(int holdability) {
    return holdability == ResultSet.HOLD_CURSORS_OVER_COMMIT
        || holdability == ResultSet.CLOSE_CURSORS_AT_COMMIT;
  }

  public RowIdLifetime getRowIdLifetime() {
    return RowIdLifetime.ROWID_UNSUPPORTED;
  }

  public boolean ownUpdatesAreVisible(int type) {
    return false;
  }

  public boolean ownDeletesAreVisible(int type) {
    return false;
  }

  public boolean ownInsertsAreVisible(int type) {
    return false;
  }

  public boolean othersUpdatesAreVisible(int type) {
    return false;
  }

  public boolean othersDeletesAreVisible(int type) {
    return false;
  }

  public boolean othersInsertsAreVisible(int type) {
    return false;
  }

  public boolean updatesAreDetected(int type) {
    return false;
  }

  public boolean deletesAreDetected(int type) {
    return false;
  }

  public boolean insertsAreDetected(int type) {
    return false;
  }

  /** Nulls come last in ascending order and first in descending order. */
  public boolean nullsAreSortedHigh() {
    return true;
  }

  public boolean nullsAreSortedAtEnd() {
    return false;
  }

  public boolean supportsANSI92IntermediateSQL() {
    return false;
  }

  public boolean supportsANSI92FullSQL() {
    return false;
  }

  /** Keys are declared; tools that draw relations ask this first. */
  public boolean supportsIntegrityEnhancementFacility() {
    return true;
  }

  public boolean supportsSubqueriesInQuantifieds() {
    return true;
  }

  public boolean supportsCatalogsInDataManipulation() {
    return false;
  }

  public boolean supportsCatalogsInIndexDefinitions() {
    return false;
  }

  public boolean supportsCatalogsInPrivilegeDefinitions() {
    return false;
  }

  public boolean supportsCatalogsInProcedureCalls() {
    return false;
  }

  public boolean supportsCatalogsInTableDefinitions() {
    return false;
  }

  /** Calcite's, and more of those that JDBC names. */
  public String getStringFunctions() {
    return "CHARACTER_LENGTH,CHAR_LENGTH," + SqlJdbcFunctionCall.getStringFunctions();
  }

  /** Without what Calcite lists and cannot run. */
  public String getTimeDateFunctions() {
    return "CURRENT_DATE,CURRENT_TIME,CURRENT_TIMESTAMP,EXTRACT,"
        + SqlJdbcFunctionCall.getTimeDateFunctions().replace("CONVERT_TIMEZONE,", "");
  }

  public boolean supportsConvert(int from, int to) {
    return JdbcType.known(from).isPresent()
        && JdbcType.known(to).isPresent()
        && JdbcType.of(from).castsTo(JdbcType.of(to));
  }

  public int getMaxColumnNameLength() {
    return LONGEST_NAME;
  }

  public int getMaxSchemaNameLength() {
    return LONGEST_NAME;
  }

  public int getMaxTableNameLength() {
    return LONGEST_NAME;
  }
}
