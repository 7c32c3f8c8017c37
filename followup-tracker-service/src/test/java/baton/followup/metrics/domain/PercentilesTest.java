package baton.followup.metrics.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class PercentilesTest {

  private static Percentiles of(List<Long> millis) {
    SortedMap<Integer, Long> counts = new TreeMap<>();
    millis.forEach(value -> counts.merge(Buckets.of(value), 1L, Long::sum));
    return Percentiles.of(counts);
  }

  @Property
  void eachIsTheValueOfItsRankWithinTwoPercent(
      @ForAll @Size(min = 1, max = 300) List<@LongRange(min = 0, max = 10_000_000_000L) Long> all) {
    List<Long> sorted = all.stream().sorted().toList();
    Percentiles percentiles = of(all);

    near(percentiles.median(), sorted, 50);
    near(percentiles.p75(), sorted, 75);
    near(percentiles.p90(), sorted, 90);
    near(percentiles.p99(), sorted, 99);
    assertThat(percentiles.count()).isEqualTo(all.size());
  }

  private static void near(long told, List<Long> sorted, int percent) {
    long exact = sorted.get((int) Math.ceil(sorted.size() * percent / 100.0) - 1);
    assertThat(Math.abs(told - exact) * 50).isLessThanOrEqualTo(exact);
  }

  @Example
  void ofTwoTheMedianIsTheFirst() {
    assertThat(of(List.of(10L, 20L)).median()).isEqualTo(10);
    assertThat(of(List.of(10L, 20L)).p75()).isEqualTo(20);
  }

  @Example
  void ofAHundredTheNinetyNinthIsTheLastButOne() {
    List<Long> hundred = java.util.stream.LongStream.rangeClosed(1, 63).boxed().toList();
    assertThat(of(hundred).p99()).isEqualTo(63);
    assertThat(of(hundred).p90()).isEqualTo(57);
  }

  @Example
  void ofNoneThereAreNone() {
    assertThatIllegalArgumentException().isThrownBy(() -> Percentiles.of(new TreeMap<>()));
  }
}
