package io.workosjdbc.driver;

import java.io.InputStream;
import java.io.Reader;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Date;
import java.sql.NClob;
import java.sql.Ref;
import java.sql.ResultSet;
import java.sql.RowId;
import java.sql.SQLException;
import java.sql.SQLType;
import java.sql.SQLXML;
import java.sql.Time;
import java.sql.Timestamp;

/** Refuses to change a column of a row given by its label, and rows. */
interface UpdatesByLabel extends ResultSet {
  @Override
  default void cancelRowUpdates() throws SQLException {
    throw ReadOnly.refuse("cancelRowUpdates");
  }

  @Override
  default void deleteRow() throws SQLException {
    throw ReadOnly.refuse("deleteRow");
  }

  @Override
  default void insertRow() throws SQLException {
    throw ReadOnly.refuse("insertRow");
  }

  @Override
  default void moveToCurrentRow() throws SQLException {
    throw ReadOnly.refuse("moveToCurrentRow");
  }

  @Override
  default void moveToInsertRow() throws SQLException {
    throw ReadOnly.refuse("moveToInsertRow");
  }

  @Override
  default void refreshRow() throws SQLException {
    throw ReadOnly.refuse("refreshRow");
  }

  @Override
  default void updateArray(String columnLabel, Array x) throws SQLException {
    throw ReadOnly.refuse("updateArray");
  }

  @Override
  default void updateAsciiStream(String columnLabel, InputStream x, int length)
      throws SQLException {
    throw ReadOnly.refuse("updateAsciiStream");
  }

  @Override
  default void updateAsciiStream(String columnLabel, InputStream x, long length)
      throws SQLException {
    throw ReadOnly.refuse("updateAsciiStream");
  }

  @Override
  default void updateAsciiStream(String columnLabel, InputStream x) throws SQLException {
    throw ReadOnly.refuse("updateAsciiStream");
  }

  @Override
  default void updateBigDecimal(String columnLabel, BigDecimal x) throws SQLException {
    throw ReadOnly.refuse("updateBigDecimal");
  }

  @Override
  default void updateBinaryStream(String columnLabel, InputStream x, int length)
      throws SQLException {
    throw ReadOnly.refuse("updateBinaryStream");
  }

  @Override
  default void updateBinaryStream(String columnLabel, InputStream x, long length)
      throws SQLException {
    throw ReadOnly.refuse("updateBinaryStream");
  }

  @Override
  default void updateBinaryStream(String columnLabel, InputStream x) throws SQLException {
    throw ReadOnly.refuse("updateBinaryStream");
  }

  @Override
  default void updateBlob(String columnLabel, InputStream x, long length) throws SQLException {
    throw ReadOnly.refuse("updateBlob");
  }

  @Override
  default void updateBlob(String columnLabel, InputStream x) throws SQLException {
    throw ReadOnly.refuse("updateBlob");
  }

  @Override
  default void updateBlob(String columnLabel, Blob x) throws SQLException {
    throw ReadOnly.refuse("updateBlob");
  }

  @Override
  default void updateBoolean(String columnLabel, boolean x) throws SQLException {
    throw ReadOnly.refuse("updateBoolean");
  }

  @Override
  default void updateByte(String columnLabel, byte x) throws SQLException {
    throw ReadOnly.refuse("updateByte");
  }

  @Override
  default void updateBytes(String columnLabel, byte[] x) throws SQLException {
    throw ReadOnly.refuse("updateBytes");
  }

  @Override
  default void updateCharacterStream(String columnLabel, Reader x, int length) throws SQLException {
    throw ReadOnly.refuse("updateCharacterStream");
  }

  @Override
  default void updateCharacterStream(String columnLabel, Reader x, long length)
      throws SQLException {
    throw ReadOnly.refuse("updateCharacterStream");
  }

  @Override
  default void updateCharacterStream(String columnLabel, Reader x) throws SQLException {
    throw ReadOnly.refuse("updateCharacterStream");
  }

  @Override
  default void updateClob(String columnLabel, Reader x, long length) throws SQLException {
    throw ReadOnly.refuse("updateClob");
  }

  @Override
  default void updateClob(String columnLabel, Reader x) throws SQLException {
    throw ReadOnly.refuse("updateClob");
  }

  @Override
  default void updateClob(String columnLabel, Clob x) throws SQLException {
    throw ReadOnly.refuse("updateClob");
  }

  @Override
  default void updateDate(String columnLabel, Date x) throws SQLException {
    throw ReadOnly.refuse("updateDate");
  }

  @Override
  default void updateDouble(String columnLabel, double x) throws SQLException {
    throw ReadOnly.refuse("updateDouble");
  }

  @Override
  default void updateFloat(String columnLabel, float x) throws SQLException {
    throw ReadOnly.refuse("updateFloat");
  }

  @Override
  default void updateInt(String columnLabel, int x) throws SQLException {
    throw ReadOnly.refuse("updateInt");
  }

  @Override
  default void updateLong(String columnLabel, long x) throws SQLException {
    throw ReadOnly.refuse("updateLong");
  }

  @Override
  default void updateNCharacterStream(String columnLabel, Reader x, long length)
      throws SQLException {
    throw ReadOnly.refuse("updateNCharacterStream");
  }

  @Override
  default void updateNCharacterStream(String columnLabel, Reader x) throws SQLException {
    throw ReadOnly.refuse("updateNCharacterStream");
  }

  @Override
  default void updateNClob(String columnLabel, Reader x, long length) throws SQLException {
    throw ReadOnly.refuse("updateNClob");
  }

  @Override
  default void updateNClob(String columnLabel, Reader x) throws SQLException {
    throw ReadOnly.refuse("updateNClob");
  }

  @Override
  default void updateNClob(String columnLabel, NClob x) throws SQLException {
    throw ReadOnly.refuse("updateNClob");
  }

  @Override
  default void updateNString(String columnLabel, String x) throws SQLException {
    throw ReadOnly.refuse("updateNString");
  }

  @Override
  default void updateNull(String columnLabel) throws SQLException {
    throw ReadOnly.refuse("updateNull");
  }

  @Override
  default void updateObject(String columnLabel, Object x, int scaleOrLength) throws SQLException {
    throw ReadOnly.refuse("updateObject");
  }

  @Override
  default void updateObject(String columnLabel, Object x, SQLType targetType, int scaleOrLength)
      throws SQLException {
    throw ReadOnly.refuse("updateObject");
  }

  @Override
  default void updateObject(String columnLabel, Object x, SQLType targetType) throws SQLException {
    throw ReadOnly.refuse("updateObject");
  }

  @Override
  default void updateObject(String columnLabel, Object x) throws SQLException {
    throw ReadOnly.refuse("updateObject");
  }

  @Override
  default void updateRef(String columnLabel, Ref x) throws SQLException {
    throw ReadOnly.refuse("updateRef");
  }

  @Override
  default void updateRow() throws SQLException {
    throw ReadOnly.refuse("updateRow");
  }

  @Override
  default void updateRowId(String columnLabel, RowId x) throws SQLException {
    throw ReadOnly.refuse("updateRowId");
  }

  @Override
  default void updateSQLXML(String columnLabel, SQLXML x) throws SQLException {
    throw ReadOnly.refuse("updateSQLXML");
  }

  @Override
  default void updateShort(String columnLabel, short x) throws SQLException {
    throw ReadOnly.refuse("updateShort");
  }

  @Override
  default void updateString(String columnLabel, String x) throws SQLException {
    throw ReadOnly.refuse("updateString");
  }

  @Override
  default void updateTime(String columnLabel, Time x) throws SQLException {
    throw ReadOnly.refuse("updateTime");
  }

  @Override
  default void updateTimestamp(String columnLabel, Timestamp x) throws SQLException {
    throw ReadOnly.refuse("updateTimestamp");
  }
}
