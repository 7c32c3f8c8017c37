package baton.workingtime.holidays;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {

  @ParameterizedTest
  @CsvSource({"DE, DE, 0", "DE, DK, 1", "DE, DE-BY, 3", "'', DE, 2", "kitten, sitting, 3"})
  void lettersThatDifferAreCounted(String one, String other, int letters) {
    assertThat(Spelling.distance(one, other)).isEqualTo(letters);
    assertThat(Spelling.distance(other, one)).isEqualTo(letters);
  }
}
