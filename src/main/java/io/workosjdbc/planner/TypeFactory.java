package io.workosjdbc.planner;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.apache.calcite.jdbc.JavaTypeFactoryImpl;

/** Makes types, with a character set for the literals of a connection. */
public final class TypeFactory extends JavaTypeFactoryImpl {
  private final Charset charset;

  private TypeFactory(Charset charset) {
    super(new TypeSystem());
    this.charset = charset;
  }

  /** Literals hold any character; Calcite's own refuse one that Latin-1 has not. */
  public static TypeFactory ofAnyCharacter() {
    return new TypeFactory(StandardCharsets.UTF_8);
  }

  /**
   * Literals hold characters of Latin-1, the one set that Calcite leaves out of what it writes for
   * a database. Others can be given as parameters.
   */
  public static TypeFactory forDatabases() {
    return new TypeFactory(StandardCharsets.ISO_8859_1);
  }

  @Override
  public Charset getDefaultCharset() {
    return charset;
  }
}
