package io.workosjdbc.emulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests an {@link Emulator} as a parameter: one for all of a run, stopped at its end whatever
 * the tests did.
 */
public final class EmulatorExtension implements ParameterResolver {
  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Emulator.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(Namespace.create(EmulatorExtension.class))
        .computeIfAbsent(Emulator.class, type -> start());
  }

  private static Emulator start() {
    try {
      return Emulator.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
