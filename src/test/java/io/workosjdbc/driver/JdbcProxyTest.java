package io.workosjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.SQLClientInfoException;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JdbcProxyTest {
  @ParameterizedTest
  @CsvSource({
    "io.workosjdbc.driver.ConnectionOverrides,java.sql.Connection",
    "io.workosjdbc.driver.MetaDataOverrides,java.sql.DatabaseMetaData",
    "io.workosjdbc.driver.StatementOverrides,java.sql.PreparedStatement",
    "io.workosjdbc.driver.PreparedStatementOverrides,java.sql.PreparedStatement"
  })
  void everyOverrideIsAMethodOfItsInterface(Class<? extends Overrides> overrides, Class<?> type) {
    Set<Method> used =
        Arrays.stream(type.getMethods())
            .flatMap(method -> JdbcProxy.replacement(overrides, method).stream())
            .collect(Collectors.toCollection(HashSet::new));
    assertThat(overrides.getMethods())
        .filteredOn(method -> Overrides.class.isAssignableFrom(method.getDeclaringClass()))
        .filteredOn(method -> !Modifier.isStatic(method.getModifiers()))
        .filteredOn(method -> !method.getName().equals("toString"))
        .filteredOn(method -> !method.isBridge())
        .allSatisfy(method -> assertThat(used).contains(method));
  }

  @Test
  void overridesHaveTheReturnTypeOfTheInterface() {
    for (Class<?> type :
        new Class<?>[] {
          Connection.class, DatabaseMetaData.class, Statement.class, PreparedStatement.class
        }) {
      for (Method method : type.getMethods()) {
        JdbcProxy.replacement(ConnectionOverrides.class, method)
            .filter(found -> type == Connection.class)
            .ifPresent(found -> assertReturns(method, found));
        JdbcProxy.replacement(MetaDataOverrides.class, method)
            .filter(found -> type == DatabaseMetaData.class)
            .ifPresent(found -> assertReturns(method, found));
        JdbcProxy.replacement(PreparedStatementOverrides.class, method)
            .filter(found -> Statement.class.isAssignableFrom(type))
            .ifPresent(found -> assertReturns(method, found));
      }
    }
  }

  private static void assertReturns(Method wanted, Method found) {
    assertThat(wanted.getReturnType().isAssignableFrom(found.getReturnType()))
        .as("%s", found)
        .isTrue();
  }

  @Test
  void noQuestionToTheMetaDataIsAnsweredWithAnythingButAnSqlException() throws SQLException {
    try (Connection connection = new TestDatabase().connect()) {
      DatabaseMetaData metaData = connection.getMetaData();
      for (Method method : DatabaseMetaData.class.getMethods()) {
        Object[] arguments =
            Arrays.stream(method.getParameterTypes()).map(JdbcProxyTest::argument).toArray();
        try {
          method.invoke(metaData, arguments);
        } catch (ReflectiveOperationException e) {
          assertThat(e.getCause()).as("%s", method).isInstanceOf(SQLException.class);
          assertThat(((SQLException) e.getCause()).getSQLState()).as("%s", method).isNotNull();
        }
      }
    }
  }

  private static Object argument(Class<?> type) {
    if (type == int.class) {
      return 1;
    }
    return type == boolean.class ? (Object) true : null;
  }

  @Test
  void aClosedConnectionRefusesClientInfoWithItsOwnException() throws SQLException {
    Connection connection = new TestDatabase().connect();
    connection.setClientInfo("ApplicationName", "test");
    assertThat(connection.getClientInfo("ApplicationName")).isEqualTo("test");
    connection.close();
    assertThatThrownBy(() -> connection.setClientInfo("a", "b"))
        .isInstanceOfSatisfying(
            SQLClientInfoException.class, e -> assertThat(e.getSQLState()).isEqualTo("08003"));
  }
}
