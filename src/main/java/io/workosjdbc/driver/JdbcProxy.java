package io.workosjdbc.driver;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.sql.SQLClientInfoException;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Wrapper;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The one mechanism by which Calcite's JDBC objects become ours: calls go to a method of an {@link
 * Overrides} object if there is one, else to Calcite's object, and every throwable comes out as an
 * SQLException with an SQLState.
 */
final class JdbcProxy implements InvocationHandler {
  private static final ClassValue<Map<Method, Optional<Method>>> REPLACEMENTS =
      new ClassValue<>() {
        @Override
        protected Map<Method, Optional<Method>> computeValue(Class<?> type) {
          return new ConcurrentHashMap<>();
        }
      };

  private final Object delegate;
  private final Overrides overrides;

  private JdbcProxy(Object delegate, Overrides overrides) {
    this.delegate = delegate;
    this.overrides = overrides;
  }

  /**
   * An object of a JDBC interface in front of {@code delegate}, which has all its methods that are
   * not overridden.
   */
  static <T> T of(Class<T> type, Object delegate, Overrides overrides) {
    return type.cast(
        Proxy.newProxyInstance(
            JdbcProxy.class.getClassLoader(),
            new Class<?>[] {type},
            new JdbcProxy(delegate, overrides)));
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
      throws Throwable {
    Object[] given = arguments == null ? new Object[0] : arguments;
    if (method.getDeclaringClass() == Object.class) {
      return ofObject(proxy, method.getName(), given);
    }
    if (method.getDeclaringClass() == Wrapper.class) {
      return ofWrapper(proxy, method.getName(), (Class<?>) given[0]);
    }
    try {
      if (mayFail(method)) {
        overrides.before(method.getName());
      }
      Optional<Method> replacement = replacement(method);
      return replacement.isPresent()
          ? invoke(replacement.get(), given)
          : overrides.adopt(method.invoke(delegate, given));
    } catch (InvocationTargetException e) {
      throw translate(method, e.getCause() == null ? e : e.getCause());
    } catch (Exception e) {
      throw translate(method, e);
    }
  }

  /** The public method of a class of overrides that stands for a method of a JDBC interface. */
  static Optional<Method> replacement(Class<? extends Overrides> type, Method method) {
    try {
      Method found = type.getMethod(method.getName(), method.getParameterTypes());
      if (!Overrides.class.isAssignableFrom(found.getDeclaringClass())
          || Modifier.isStatic(found.getModifiers())) {
        return Optional.empty();
      }
      found.setAccessible(true);
      return Optional.of(found);
    } catch (NoSuchMethodException e) {
      return Optional.empty();
    }
  }

  private Optional<Method> replacement(Method method) {
    Class<? extends Overrides> type = overrides.getClass();
    return REPLACEMENTS.get(type).computeIfAbsent(method, wanted -> replacement(type, wanted));
  }

  /** The few that may not tell the driver's version of a closed connection. */
  private static boolean mayFail(Method method) {
    return List.of(method.getExceptionTypes()).stream()
        .anyMatch(SQLException.class::isAssignableFrom);
  }

  /** Calls a method of the overrides, whose parameters take null only if they say so. */
  private @Nullable Object invoke(Method replacement, @Nullable Object[] arguments)
      throws ReflectiveOperationException, SQLException {
    for (int i = 0; i < arguments.length; i++) {
      if (arguments[i] == null
          && !replacement.getAnnotatedParameterTypes()[i].isAnnotationPresent(Nullable.class)) {
        throw SqlState.BAD_VALUE.error(
            "%s: argument %d is null".formatted(replacement.getName(), i + 1));
      }
    }
    return replacement.invoke(overrides, arguments);
  }

  private Throwable translate(Method method, Throwable failure) {
    if (failure instanceof VirtualMachineError && !(failure instanceof StackOverflowError)) {
      return failure;
    }
    SQLException translated =
        isNotThere(failure)
            ? SqlState.UNSUPPORTED.error(method.getName() + " is not supported", failure)
            : overrides.translate(failure);
    boolean onlyClientInfo =
        List.of(method.getExceptionTypes()).equals(List.of(SQLClientInfoException.class));
    return onlyClientInfo && !(translated instanceof SQLClientInfoException)
        ? new SQLClientInfoException(
            translated.getMessage(), translated.getSQLState(), Map.of(), translated)
        : translated;
  }

  /** Whether Calcite or Avatica does not have a method. */
  private static boolean isNotThere(Throwable failure) {
    return failure instanceof SQLFeatureNotSupportedException notThere
        && notThere.getSQLState() == null;
  }

  private Object ofObject(Object proxy, String name, Object[] arguments) {
    return switch (name) {
      case "equals" -> proxy == arguments[0];
      case "hashCode" -> System.identityHashCode(proxy);
      default -> overrides.toString();
    };
  }

  private Object ofWrapper(Object proxy, String name, @Nullable Class<?> type) throws SQLException {
    if (type == null) {
      throw SqlState.BAD_VALUE.error("No class to unwrap to");
    }
    boolean own = type.isInstance(proxy);
    Optional<?> wrapped = own ? Optional.empty() : overrides.wrapped(type);
    boolean wraps = own || wrapped.isPresent() || type.isInstance(delegate);
    if (name.equals("isWrapperFor")) {
      return wraps;
    }
    if (!wraps) {
      throw SqlState.BAD_VALUE.error("Not a wrapper for " + type.getName());
    }
    return own ? proxy : wrapped.isPresent() ? wrapped.get() : delegate;
  }
}
