package io.workosjdbc.planner;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.apache.calcite.jdbc.JavaTypeFactoryImpl;

/** Types whose texts hold any character; Calcite's own refuse a literal that Latin-1 has not. */
public final class TypeFactory extends JavaTypeFactoryImpl {
  public TypeFactory() {
    super(new TypeSystem());
  }

  @Override
  public Charset getDefaultCharset() {
    return StandardCharsets.UTF_8;
  }
}
