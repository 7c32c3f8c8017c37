package baton.testing;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Members do not depend on one another, nor on what is forbidden to all of them. */
final class KeepApart extends ArchCondition<JavaClass> {

  private final List<String> members;
  private final List<String> forbidden;

  KeepApart(String what, List<String> members, List<String> forbidden) {
    super("keep " + what + " apart");
    this.members = members;
    this.forbidden = forbidden;
  }

  @Override
  public void check(JavaClass origin, ConditionEvents events) {
    Optional<String> home = in(members.stream(), origin);
    if (home.isEmpty()) {
      return;
    }
    for (Dependency dependency : origin.getDirectDependenciesFromSelf()) {
      JavaClass target = dependency.getTargetClass().getBaseComponentType();
      Stream<String> others =
          Stream.concat(members.stream(), forbidden.stream())
              .filter(module -> !module.equals(home.get()));
      if (in(others, target).isPresent()) {
        events.add(SimpleConditionEvent.violated(origin, dependency.getDescription()));
      }
    }
  }

  private static Optional<String> in(Stream<String> modules, JavaClass type) {
    return modules
        .filter(module -> (type.getPackageName() + ".").startsWith(module + "."))
        .findFirst();
  }
}
