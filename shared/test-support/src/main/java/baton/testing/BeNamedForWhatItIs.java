package baton.testing;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Refuses the words that only say that something had to be put somewhere. A class called exactly
 * {@code Manager} is allowed, because sales managers are people in this field.
 */
final class BeNamedForWhatItIs extends ArchCondition<JavaClass> {

  private static final Set<String> EMPTY_WORDS =
      Set.of(
          "common",
          "commons",
          "core",
          "util",
          "utils",
          "helper",
          "helpers",
          "base",
          "manager",
          "managers",
          "impl",
          "dto",
          "dtos");

  private static final Pattern EMPTY_SUFFIX =
      Pattern.compile(".+(Common|Core|Utils?|Helpers?|Base|Manager|Impl|Dtos?|DTOs?)");
  private static final Pattern EMPTY_PREFIX =
      Pattern.compile("(Common|Core|Utils?|Helpers?|Base|Impl|Dto|DTO)([A-Z].*)?");

  BeNamedForWhatItIs() {
    super("have a name that says what it is");
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    String name = type.getSimpleName();
    boolean emptyName =
        EMPTY_SUFFIX.matcher(name).matches() || EMPTY_PREFIX.matcher(name).matches();
    boolean emptyPackage =
        Stream.of(type.getPackageName().split("\\."))
            .anyMatch(word -> EMPTY_WORDS.contains(word.toLowerCase(Locale.ROOT)));
    if (emptyName || emptyPackage) {
      events.add(SimpleConditionEvent.violated(type, type.getName() + " says nothing"));
    }
  }
}
