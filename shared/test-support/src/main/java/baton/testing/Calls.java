package baton.testing;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import java.time.Clock;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** Calls that the rules forbid. */
final class Calls {

  static final DescribedPredicate<JavaMethodCall> OF_SLEEP =
      DescribedPredicate.describe(
          "it sleeps",
          call ->
              call.getName().equals("sleep")
                  && (owner(call, Thread.class) || owner(call, TimeUnit.class)));

  static final DescribedPredicate<JavaMethodCall> OF_THE_SYSTEM_TIME =
      DescribedPredicate.describe(
          "it asks the system for the time", call -> nowWithoutClock(call) || millis(call));

  static final DescribedPredicate<JavaMethodCall> OF_CHANCE =
      DescribedPredicate.describe(
          "it draws by chance",
          call ->
              (owner(call, UUID.class) && call.getName().equals("randomUUID"))
                  || (owner(call, Math.class) && call.getName().equals("random"))
                  || (owner(call, ThreadLocalRandom.class) && call.getName().equals("current")));

  static final DescribedPredicate<JavaConstructorCall> OF_UNSEEDED_RANDOM =
      DescribedPredicate.describe(
          "it makes an unseeded source of randomness",
          call ->
              call.getTargetOwner().isAssignableTo(Random.class)
                  && call.getTarget().getRawParameterTypes().isEmpty());

  private Calls() {}

  private static boolean nowWithoutClock(JavaMethodCall call) {
    return call.getName().equals("now")
        && call.getTargetOwner().getPackageName().startsWith("java.time")
        && call.getTarget().getRawParameterTypes().stream()
            .noneMatch(parameter -> parameter.isEquivalentTo(Clock.class));
  }

  private static boolean millis(JavaMethodCall call) {
    return owner(call, System.class) && call.getName().equals("currentTimeMillis");
  }

  private static boolean owner(JavaCall<?> call, Class<?> type) {
    return call.getTargetOwner().isEquivalentTo(type);
  }
}
