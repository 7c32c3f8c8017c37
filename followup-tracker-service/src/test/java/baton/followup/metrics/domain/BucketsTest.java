package baton.followup.metrics.domain;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class BucketsTest {

  @Property
  void theMiddleIsOffByTwoPercentAtMost(
      @ForAll @LongRange(min = 0, max = Buckets.MOST) long millis) {
    long middle = Buckets.middle(Buckets.of(millis));

    assertThat(Math.abs(middle - millis) * 50).isLessThanOrEqualTo(millis);
  }

  @Property
  void aGreaterValueNeverFallsIntoALesserBucket(
      @ForAll @LongRange(min = 0, max = Buckets.MOST) long one,
      @ForAll @LongRange(min = 0, max = Buckets.MOST) long other) {
    assertThat(Buckets.of(Math.max(one, other)))
        .isGreaterThanOrEqualTo(Buckets.of(Math.min(one, other)));
  }

  @Property
  void theMiddleOfABucketLiesInIt(@ForAll @IntRange(min = 0, max = 1151) int bucket) {
    assertThat(Buckets.of(Buckets.middle(bucket))).isEqualTo(bucket);
  }

  @Example
  void smallValuesAreExactAndBucketsLeaveNoGap() {
    for (int millis = 0; millis < 64; millis++) {
      assertThat(Buckets.middle(Buckets.of(millis))).isEqualTo(millis);
    }
    for (long millis = 1; millis < 100_000; millis++) {
      assertThat(Buckets.of(millis) - Buckets.of(millis - 1)).isBetween(0, 1);
    }
  }

  @Example
  void whatLiesOutsideCountsAtTheEdge() {
    assertThat(Buckets.of(-5)).isZero();
    assertThat(Buckets.of(Long.MAX_VALUE)).isEqualTo(Buckets.of(Buckets.MOST)).isEqualTo(1151);
  }
}
