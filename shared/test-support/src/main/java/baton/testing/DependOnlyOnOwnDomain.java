package baton.testing;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** From a domain package one sees {@code java.*}, that package and its subpackages. */
final class DependOnlyOnOwnDomain extends ArchCondition<JavaClass> {

  DependOnlyOnOwnDomain() {
    super("depend only on java.* and their own feature's domain package");
  }

  @Override
  public void check(JavaClass origin, ConditionEvents events) {
    String home = domainOf(origin.getPackageName());
    for (Dependency dependency : origin.getDirectDependenciesFromSelf()) {
      JavaClass target = dependency.getTargetClass().getBaseComponentType();
      boolean allowed =
          target.isPrimitive()
              || target.getPackageName().startsWith("java.")
              || domainOf(target.getPackageName()).equals(home);
      if (!allowed) {
        events.add(SimpleConditionEvent.violated(origin, dependency.getDescription()));
      }
    }
  }

  /** The package up to and with its segment "domain"; other packages as they are. */
  private static String domainOf(String packageName) {
    int at = (packageName + ".").indexOf(".domain.");
    return at < 0 ? packageName : packageName.substring(0, at + ".domain".length());
  }
}
