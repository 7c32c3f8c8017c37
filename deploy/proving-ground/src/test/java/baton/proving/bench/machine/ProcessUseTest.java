package baton.proving.bench.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProcessUseTest {

  @Test
  void countsUserAndSystemTimeOfAProcessAndItsEndedChildrenWhateverItIsCalled() {
    String stat = "42 (a) b (c) S 1 42 42 0 -1 4194304 100 200 0 0 150 50 7 3 20 0 1 0 99 0 0";

    assertThat(ProcessUse.cpu(stat)).isEqualTo(Duration.ofMillis(2_100));
  }

  @Test
  void readsResidentMemoryInKilobytes() {
    List<String> status = List.of("Name:\tjava", "VmHWM:\t  999999 kB", "VmRSS:\t  524288 kB");

    assertThat(ProcessUse.resident(status)).isEqualTo(512L * 1024 * 1024);
  }

  @Test
  void aProcessThatIsGoneTakesNothing() {
    assertThat(ProcessUse.withChildren(Integer.MAX_VALUE)).isEqualTo(ProcessUse.NONE);
  }

  @Test
  void differencesAreOfTimeAndNotOfMemory() {
    ProcessUse before = new ProcessUse(Duration.ofSeconds(1), 100);
    ProcessUse after = new ProcessUse(Duration.ofSeconds(3), 80);

    assertThat(after.since(before)).isEqualTo(new ProcessUse(Duration.ofSeconds(2), 80));
  }
}
