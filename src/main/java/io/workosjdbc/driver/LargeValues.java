package io.workosjdbc.driver;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.NClob;
import java.sql.Ref;
import java.sql.ResultSet;
import java.sql.RowId;
import java.sql.SQLException;
import java.sql.SQLXML;
import javax.sql.rowset.serial.SerialClob;
import org.jspecify.annotations.Nullable;

/** Texts as streams and large objects, and the types that no column has. */
interface LargeValues extends ResultSet {
  @Override
  default @Nullable Reader getCharacterStream(int columnIndex) throws SQLException {
    String text = getString(columnIndex);
    return text == null ? null : new StringReader(text);
  }

  @Override
  default @Nullable Reader getNCharacterStream(int columnIndex) throws SQLException {
    return getCharacterStream(columnIndex);
  }

  @Override
  default @Nullable InputStream getAsciiStream(int columnIndex) throws SQLException {
    return stream(getString(columnIndex), StandardCharsets.US_ASCII);
  }

  @Deprecated
  @Override
  default @Nullable InputStream getUnicodeStream(int columnIndex) throws SQLException {
    return stream(getString(columnIndex), StandardCharsets.UTF_8);
  }

  @Override
  default @Nullable InputStream getBinaryStream(int columnIndex) throws SQLException {
    byte[] bytes = getBytes(columnIndex);
    return bytes == null ? null : new ByteArrayInputStream(bytes);
  }

  @Override
  default @Nullable Clob getClob(int columnIndex) throws SQLException {
    String text = getString(columnIndex);
    return text == null ? null : new SerialClob(text.toCharArray());
  }

  @Override
  default @Nullable URL getURL(int columnIndex) throws SQLException {
    String text = getString(columnIndex);
    try {
      return text == null ? null : URI.create(text).toURL();
    } catch (IllegalArgumentException | MalformedURLException e) {
      throw SqlState.BAD_CAST.error("'" + text + "' is not a URL", e);
    }
  }

  @Override
  default NClob getNClob(int columnIndex) throws SQLException {
    throw noSuchType("NCLOB");
  }

  @Override
  default Blob getBlob(int columnIndex) throws SQLException {
    throw noSuchType("BLOB");
  }

  @Override
  default Ref getRef(int columnIndex) throws SQLException {
    throw noSuchType("REF");
  }

  @Override
  default RowId getRowId(int columnIndex) throws SQLException {
    throw noSuchType("ROWID");
  }

  @Override
  default SQLXML getSQLXML(int columnIndex) throws SQLException {
    throw noSuchType("SQLXML");
  }

  private static @Nullable InputStream stream(@Nullable String text, Charset charset) {
    return text == null ? null : new ByteArrayInputStream(text.getBytes(charset));
  }

  private static SQLException noSuchType(String type) {
    return SqlState.UNSUPPORTED.error("No column is of type " + type);
  }
}
