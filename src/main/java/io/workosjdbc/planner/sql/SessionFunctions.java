package io.workosjdbc.planner.sql;

import com.google.common.collect.ImmutableMap;
import java.util.Map;
import org.apache.calcite.sql.SqlLiteral;

/** What a session tells of itself. */
final class SessionFunctions {

  static final Map<String, FunctionRewrite> ALL =
      ImmutableMap.<String, FunctionRewrite>builder()
          .put("VERSION", text("workos-jdbc " + version()))
          .put("CURRENT_SCHEMA", schema())
          .put("SCHEMA", schema())
          .put("CURRENT_CATALOG", text(InformationSchema.CATALOG))
          .put("CURRENT_DATABASE", text(InformationSchema.CATALOG))
          .put("DATABASE", text(InformationSchema.CATALOG))
          .put("USER", text(""))
          .put("CURRENT_USER", text(""))
          .put("SESSION_USER", text(""))
          .put("SYSTEM_USER", text(""))
          .put("DB_NAME", text(InformationSchema.CATALOG))
          .buildOrThrow();

  private SessionFunctions() {}

  private static String version() {
    var version = SessionFunctions.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  private static FunctionRewrite text(String text) {
    return FunctionRewrite.of(
        0, call -> SqlLiteral.createCharString(text, call.getParserPosition()));
  }

  private static FunctionRewrite schema() {
    return FunctionRewrite.of(
        0, call -> CurrentSchema.FUNCTION.createCall(call.getParserPosition()));
  }
}
