package baton.workingtime;

import static baton.workingtime.Weeks.WORKDAYS;
import static baton.workingtime.Weeks.away;
import static baton.workingtime.Weeks.berlin;
import static baton.workingtime.Weeks.inBerlin;
import static org.assertj.core.api.Assertions.assertThat;

import baton.workingtime.holidays.HolidayRegion;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ThreadsTest {

  @Test
  void threadsThatResolveTheSameYearsAtOnceAgree() throws Exception {
    Instant from = berlin("2026-01-01T00:00");
    Duration alone = calendar().between(from, berlin("2036-01-01T00:00"));
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      for (int round = 0; round < 20; round++) {
        WorkingCalendar shared = calendar();
        List<Callable<Duration>> asks =
            IntStream.range(0, 4)
                .<Callable<Duration>>mapToObj(
                    i -> () -> shared.between(from, berlin("2036-01-01T00:00")))
                .toList();
        for (Future<Duration> answer : threads.invokeAll(asks)) {
          assertThat(answer.get()).isEqualTo(alone);
        }
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static WorkingCalendar calendar() {
    return inBerlin(WORKDAYS, "09:00-12:00", "13:00-17:00")
        .withHolidaysOf(HolidayRegion.of("DE-BY"))
        .withAbsences(List.of(away("2027-08-01", "2027-08-20")));
  }
}
