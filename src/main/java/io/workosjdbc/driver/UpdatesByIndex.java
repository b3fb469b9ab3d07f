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

/** Refuses to change a column of a row given by its index. */
interface UpdatesByIndex extends ResultSet {
  @Override
  default void updateArray(int columnIndex, Array x) throws SQLException {
    throw ReadOnly.refuse("updateArray");
  }

  @Override
  default void updateAsciiStream(int columnIndex, InputStream x, int length) throws SQLException {
    throw ReadOnly.refuse("updateAsciiStream");
  }

  @Override
  default void updateAsciiStream(int columnIndex, InputStream x, long length) throws SQLException {
    throw ReadOnly.refuse("updateAsciiStream");
  }

  @Override
  default void updateAsciiStream(int columnIndex, InputStream x) throws SQLException {
    throw ReadOnly.refuse("updateAsciiStream");
  }

  @Override
  default void updateBigDecimal(int columnIndex, BigDecimal x) throws SQLException {
    throw ReadOnly.refuse("updateBigDecimal");
  }

  @Override
  default void updateBinaryStream(int columnIndex, InputStream x, int length) throws SQLException {
    throw ReadOnly.refuse("updateBinaryStream");
  }

  @Override
  default void updateBinaryStream(int columnIndex, InputStream x, long length) throws SQLException {
    throw ReadOnly.refuse("updateBinaryStream");
  }

  @Override
  default void updateBinaryStream(int columnIndex, InputStream x) throws SQLException {
    throw ReadOnly.refuse("updateBinaryStream");
  }

  @Override
  default void updateBlob(int columnIndex, InputStream x, long length) throws SQLException {
    throw ReadOnly.refuse("updateBlob");
  }

  @Override
  default void updateBlob(int columnIndex, InputStream x) throws SQLException {
    throw ReadOnly.refuse("updateBlob");
  }

  @Override
  default void updateBlob(int columnIndex, Blob x) throws SQLException {
    throw ReadOnly.refuse("updateBlob");
  }

  @Override
  default void updateBoolean(int columnIndex, boolean x) throws SQLException {
    throw ReadOnly.refuse("updateBoolean");
  }

  @Override
  default void updateByte(int columnIndex, byte x) throws SQLException {
    throw ReadOnly.refuse("updateByte");
  }

  @Override
  default void updateBytes(int columnIndex, byte[] x) throws SQLException {
    throw ReadOnly.refuse("updateBytes");
  }

  @Override
  default void updateCharacterStream(int columnIndex, Reader x, int length) throws SQLException {
    throw ReadOnly.refuse("updateCharacterStream");
  }

  @Override
  default void updateCharacterStream(int columnIndex, Reader x, long length) throws SQLException {
    throw ReadOnly.refuse("updateCharacterStream");
  }

  @Override
  default void updateCharacterStream(int columnIndex, Reader x) throws SQLException {
    throw ReadOnly.refuse("updateCharacterStream");
  }

  @Override
  default void updateClob(int columnIndex, Reader x, long length) throws SQLException {
    throw ReadOnly.refuse("updateClob");
  }

  @Override
  default void updateClob(int columnIndex, Reader x) throws SQLException {
    throw ReadOnly.refuse("updateClob");
  }

  @Override
  default void updateClob(int columnIndex, Clob x) throws SQLException {
    throw ReadOnly.refuse("updateClob");
  }

  @Override
  default void updateDate(int columnIndex, Date x) throws SQLException {
    throw ReadOnly.refuse("updateDate");
  }

  @Override
  default void updateDouble(int columnIndex, double x) throws SQLException {
    throw ReadOnly.refuse("updateDouble");
  }

  @Override
  default void updateFloat(int columnIndex, float x) throws SQLException {
    throw ReadOnly.refuse("updateFloat");
  }

  @Override
  default void updateInt(int columnIndex, int x) throws SQLException {
    throw ReadOnly.refuse("updateInt");
  }

  @Override
  default void updateLong(int columnIndex, long x) throws SQLException {
    throw ReadOnly.refuse("updateLong");
  }

  @Override
  default void updateNCharacterStream(int columnIndex, Reader x, long length) throws SQLException {
    throw ReadOnly.refuse("updateNCharacterStream");
  }

  @Override
  default void updateNCharacterStream(int columnIndex, Reader x) throws SQLException {
    throw ReadOnly.refuse("updateNCharacterStream");
  }

  @Override
  default void updateNClob(int columnIndex, Reader x, long length) throws SQLException {
    throw ReadOnly.refuse("updateNClob");
  }

  @Override
  default void updateNClob(int columnIndex, Reader x) throws SQLException {
    throw ReadOnly.refuse("updateNClob");
  }

  @Override
  default void updateNClob(int columnIndex, NClob x) throws SQLException {
    throw ReadOnly.refuse("updateNClob");
  }

  @Override
  default void updateNString(int columnIndex, String x) throws SQLException {
    throw ReadOnly.refuse("updateNString");
  }

  @Override
  default void updateNull(int columnIndex) throws SQLException {
    throw ReadOnly.refuse("updateNull");
  }

  @Override
  default void updateObject(int columnIndex, Object x, int scaleOrLength) throws SQLException {
    throw ReadOnly.refuse("updateObject");
  }

  @Override
  default void updateObject(int columnIndex, Object x, SQLType targetType, int scaleOrLength)
      throws SQLException {
    throw ReadOnly.refuse("updateObject");
  }

  @Override
  default void updateObject(int columnIndex, Object x, SQLType targetType) throws SQLException {
    throw ReadOnly.refuse("updateObject");
  }

  @Override
  default void updateObject(int columnIndex, Object x) throws SQLException {
    throw ReadOnly.refuse("updateObject");
  }

  @Override
  default void updateRef(int columnIndex, Ref x) throws SQLException {
    throw ReadOnly.refuse("updateRef");
  }

  @Override
  default void updateRowId(int columnIndex, RowId x) throws SQLException {
    throw ReadOnly.refuse("updateRowId");
  }

  @Override
  default void updateSQLXML(int columnIndex, SQLXML x) throws SQLException {
    throw ReadOnly.refuse("updateSQLXML");
  }

  @Override
  default void updateShort(int columnIndex, short x) throws SQLException {
    throw ReadOnly.refuse("updateShort");
  }

  @Override
  default void updateString(int columnIndex, String x) throws SQLException {
    throw ReadOnly.refuse("updateString");
  }

  @Override
  default void updateTime(int columnIndex, Time x) throws SQLException {
    throw ReadOnly.refuse("updateTime");
  }

  @Override
  default void updateTimestamp(int columnIndex, Timestamp x) throws SQLException {
    throw ReadOnly.refuse("updateTimestamp");
  }
}
