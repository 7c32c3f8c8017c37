package baton.local.e2e;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the one system that they share. It starts with the first that asks for it, with the
 * rep "sam" and deadlines of seconds, and ends after the last test of all. Its users count nothing
 * but their own.
 */
final class SharedSystem implements ParameterResolver {

  private static final Namespace NAMESPACE = Namespace.create(SharedSystem.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    return parameter.getParameter().getType() == Running.class;
  }

  @Override
  public Running resolveParameter(ParameterContext parameter, ExtensionContext test) {
    return test.getRoot()
        .getStore(NAMESPACE)
        .computeIfAbsent(Running.class, type -> start(), Running.class);
  }

  private static Running start() {
    Running baton = Running.start(1, "PT5S", "PT8S");
    baton.rep("sam", 1000);
    return baton;
  }
}
