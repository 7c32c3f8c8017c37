package baton.qualification.decision.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CriteriaSetTest {

  private static Criterion titled(String id, Kind kind, int points) {
    return new Criterion(
        id, kind, "Any title", points, lead -> lead.test(Attribute.TITLE, t -> true));
  }

  private static Verdict judge(int points) {
    return new CriteriaSet("test", 3, 10, 20, 30, List.of(titled("a", Kind.WEIGHTED, points)))
        .judge(new Facts(Map.of(Attribute.TITLE, "CFO")));
  }

  @ParameterizedTest
  @CsvSource({
    "9,NURTURED,",
    "10,QUALIFIED,C",
    "19,QUALIFIED,C",
    "20,QUALIFIED,B",
    "30,QUALIFIED,A"
  })
  void gradesBeginExactlyAtTheirPoints(int points, Result result, Grade grade) {
    assertThat(judge(points).result()).isEqualTo(result);
    assertThat(judge(points).grade()).isEqualTo(grade);
  }

  @Test
  void theVerdictNamesTheSetAndItsVersion() {
    assertThat(judge(10).criteriaSet()).isEqualTo("test");
    assertThat(judge(10).version()).isEqualTo(3);
  }

  @Test
  void limitsThatFallAreRefused() {
    assertThatThrownBy(() -> new CriteriaSet("test", 1, 30, 20, 40, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aCriterionTwiceIsRefused() {
    List<Criterion> twice = List.of(titled("a", Kind.WEIGHTED, 1), titled("a", Kind.WEIGHTED, 1));
    assertThatThrownBy(() -> new CriteriaSet("test", 1, 1, 2, 3, twice))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void pointsOfACriterionWithoutWeightAreRefused() {
    assertThatThrownBy(() -> titled("a", Kind.REQUIRED, 5))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
