package io.workosjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** To most of these questions Calcite's own metadata throws what is no SQLException. */
class MetaDataSupportTest {
  private Connection connection;
  private DatabaseMetaData metaData;

  @BeforeEach
  void connect() throws SQLException {
    connection = new TestDatabase().connect();
    metaData = connection.getMetaData();
  }

  @AfterEach
  void disconnect() throws SQLException {
    connection.close();
  }

  @Test
  void resultsAreForwardOnlyAndSeeNoChanges() throws SQLException {
    for (int type = ResultSet.TYPE_FORWARD_ONLY; type <= ResultSet.TYPE_SCROLL_SENSITIVE; type++) {
      assertThat(metaData.supportsResultSetType(type))
          .isEqualTo(type == ResultSet.TYPE_FORWARD_ONLY);
      assertThat(metaData.ownUpdatesAreVisible(type)).isFalse();
      assertThat(metaData.ownDeletesAreVisible(type)).isFalse();
      assertThat(metaData.ownInsertsAreVisible(type)).isFalse();
      assertThat(metaData.othersUpdatesAreVisible(type)).isFalse();
      assertThat(metaData.othersDeletesAreVisible(type)).isFalse();
      assertThat(metaData.othersInsertsAreVisible(type)).isFalse();
      assertThat(metaData.updatesAreDetected(type)).isFalse();
      assertThat(metaData.deletesAreDetected(type)).isFalse();
      assertThat(metaData.insertsAreDetected(type)).isFalse();
    }
  }

  @Test
  void whatIsSupportedIsSaid() throws SQLException {
    assertThat(metaData.supportsResultSetHoldability(ResultSet.CLOSE_CURSORS_AT_COMMIT)).isTrue();
    for (int level : new int[] {0, 1, 2, 4, 8}) {
      assertThat(metaData.supportsTransactionIsolationLevel(level)).isTrue();
    }
    assertThat(metaData.supportsTransactionIsolationLevel(3)).isFalse();
    assertThat(metaData.supportsBatchUpdates()).isFalse();
    assertThat(metaData.supportsSavepoints()).isFalse();
    assertThat(metaData.supportsConvert(Types.VARCHAR, Types.TIMESTAMP)).isTrue();
    assertThat(metaData.supportsConvert(Types.BOOLEAN, Types.TIMESTAMP)).isFalse();
    assertThat(metaData.getSQLStateType()).isEqualTo(DatabaseMetaData.sqlStateSQL);
    assertThat(metaData.nullsAreSortedHigh()).isTrue();
    assertThat(DemoDatabase.rows(metaData.getFunctions(null, null, "%"))).isEmpty();
    assertThat(DemoDatabase.rows(metaData.getPseudoColumns(null, null, "%", "%"))).isEmpty();
    assertThat(DemoDatabase.rows(metaData.getUDTs(null, null, "%", null))).isEmpty();
  }
}
