package io.workosjdbc.driver;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.RowIdLifetime;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What the database says about itself. Answers come from declarations; no request is sent. */
final class MetaDataOverrides extends Overrides {
  private final Session session;

  MetaDataOverrides(Session session) {
    this.session = session;
  }

  @Override
  void before(String methodName) throws SQLException {
    session.checkOpen();
  }

  @Override
  @Nullable Object adopt(@Nullable Object result) throws SQLException {
    return session.adopt(result);
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
    return DriverVersion.PRODUCT_NAME;
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

  public boolean isReadOnly() {
    return true;
  }

  public boolean supportsTransactions() {
    return false;
  }

  public int getDefaultTransactionIsolation() {
    return Connection.TRANSACTION_NONE;
  }

  /** The API shows what is committed, and each page as it is when it is read. */
  public boolean supportsTransactionIsolationLevel(int level) {
    return level == Connection.TRANSACTION_NONE
        || level == Connection.TRANSACTION_READ_UNCOMMITTED
        || level == Connection.TRANSACTION_READ_COMMITTED;
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
}
