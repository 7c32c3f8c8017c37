package baton.workingtime.holidays;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ResolvedHolidaysTest {

  private static final HolidayRegion FRANCE = HolidayRegion.of("FR");

  private final ResolvedHolidays threeAtMost = new ResolvedHolidays(3);

  @Test
  void aYearIsResolvedOnce() {
    assertThat(threeAtMost.of(FRANCE, 2026)).isSameAs(threeAtMost.of(FRANCE, 2026));
  }

  @Test
  void theOneLeastRecentlyAskedForIsForgotten() {
    SortedMap<LocalDate, String> first = threeAtMost.of(FRANCE, 2021);
    SortedMap<LocalDate, String> second = threeAtMost.of(FRANCE, 2022);
    threeAtMost.of(FRANCE, 2023);
    threeAtMost.of(FRANCE, 2021);
    threeAtMost.of(FRANCE, 2024);

    assertThat(threeAtMost.size()).isEqualTo(3);
    assertThat(threeAtMost.of(FRANCE, 2021)).isSameAs(first);
    assertThat(threeAtMost.of(FRANCE, 2022)).isNotSameAs(second).isEqualTo(second);
  }

  @Test
  void regionsAndYearsAreKeptApart() {
    assertThat(threeAtMost.of(FRANCE, 2026))
        .isNotEqualTo(threeAtMost.of(FRANCE, 2027))
        .isNotEqualTo(threeAtMost.of(HolidayRegion.of("FR-67"), 2026));
  }

  @Test
  void manyThreadsSeeTheSame() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Callable<SortedMap<LocalDate, String>>> asks =
          IntStream.range(0, 200)
              .<Callable<SortedMap<LocalDate, String>>>mapToObj(
                  i -> () -> threeAtMost.of(FRANCE, 2020 + i % 5))
              .toList();
      List<Future<SortedMap<LocalDate, String>>> answers = threads.invokeAll(asks);
      for (int i = 0; i < answers.size(); i++) {
        assertThat(answers.get(i).get()).isEqualTo(FRANCE.holidays(2020 + i % 5));
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
