package baton.http.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BodyLimitsTest {

  private static final BodyLimits LIMITS =
      limits(10, Map.of("/v1/imports", bytes(30), "/v1/imports/small", bytes(5)));

  @Test
  void longestPrefixWins() {
    assertThat(LIMITS.bytesFor("/v1/leads")).isEqualTo(10);
    assertThat(LIMITS.bytesFor("/v1/imports")).isEqualTo(30);
    assertThat(LIMITS.bytesFor("/v1/imports/7")).isEqualTo(30);
    assertThat(LIMITS.bytesFor("/v1/imports/small/7")).isEqualTo(5);
  }

  @Test
  void prefixEndsAtASegment() {
    assertThat(LIMITS.bytesFor("/v1/imports-of-others")).isEqualTo(10);
  }

  @Test
  void limitMayBeAtTheCeilingAndNotAboveIt() {
    assertThatCode(() -> LIMITS.mustFitUnder(30)).doesNotThrowAnyException();
    assertThatThrownBy(() -> LIMITS.mustFitUnder(29)).hasMessageContaining("/v1/imports");
    assertThatThrownBy(() -> limits(10, Map.of()).mustFitUnder(9)).hasMessageContaining("default");
  }

  private static MemorySize bytes(long bytes) {
    return new MemorySize(BigInteger.valueOf(bytes));
  }

  private static BodyLimits limits(long standard, Map<String, MemorySize> paths) {
    return new BodyLimits() {
      @Override
      public MemorySize standard() {
        return bytes(standard);
      }

      @Override
      public Map<String, MemorySize> paths() {
        return paths;
      }
    };
  }
}
