package baton.proving.bench.books;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {

  @Test
  void isExactIfEachPromisedLeadIsThereOnce() {
    Comparison comparison = Comparison.of(List.of("a", "b"), List.of("b", "a"));

    assertThat(comparison.isExact()).isTrue();
  }

  @Test
  void findsTheLostOne() {
    Comparison comparison = Comparison.of(List.of("a", "b", "c"), List.of("a", "c"));

    assertThat(comparison.isExact()).isFalse();
    assertThat(comparison.lost()).containsExactly("b");
    assertThat(comparison.describe("ledger")).isEqualTo("ledger: 1 lost (b), 0 doubled");
  }

  @Test
  void findsTheDoubledOne() {
    Comparison comparison = Comparison.of(List.of("a", "b"), List.of("a", "b", "a"));

    assertThat(comparison.isExact()).isFalse();
    assertThat(comparison.doubled()).containsExactly("a");
  }

  @Test
  void whatIsThereWithoutHavingBeenPromisedIsNoFault() {
    assertThat(Comparison.of(List.of("a"), List.of("a", "b")).isExact()).isTrue();
  }

  @Test
  void whatIsThereTwiceWithoutHavingBeenPromisedIsDoubled() {
    assertThat(Comparison.of(List.of("a"), List.of("a", "b", "b")).doubled()).containsExactly("b");
  }
}
