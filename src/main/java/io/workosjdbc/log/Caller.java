package io.workosjdbc.log;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.MDC;

/**
 * What the thread that executes a statement has set for its log, for the threads that send the
 * statement's requests.
 */
public final class Caller {
  /** The statement's number, as in {@code workos_log}. */
  public static final String STATEMENT = "workos.statement";

  private final Map<String, String> values;

  private Caller(Map<String, String> values) {
    this.values = values;
  }

  /** The current thread executes that statement. */
  public static Caller of(long statement) {
    var values = new HashMap<>(Optional.ofNullable(MDC.getCopyOfContextMap()).orElse(Map.of()));
    values.put(STATEMENT, Long.toString(statement));
    return new Caller(values);
  }

  /** Makes it the log's context in this thread until the attachment is closed, there. */
  public Attachment attach() {
    var before = Optional.ofNullable(MDC.getCopyOfContextMap()).orElse(Map.of());
    MDC.setContextMap(values);
    return () -> MDC.setContextMap(before);
  }

  /** Ends what {@link #attach()} began. */
  @FunctionalInterface
  public interface Attachment extends AutoCloseable {
    @Override
    void close();
  }
}
