package baton.http.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import baton.http.digest.Sha256;
import io.quarkiverse.resteasy.problem.HttpProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyKeyTest {

  @Test
  void missingKeyIs400() {
    refused(null, "idempotency-key-missing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "with space", "tab\t", "\u007f", "ü"})
  void keyOfOtherThanVisibleAsciiIs400(String key) {
    refused(key, "idempotency-key-invalid");
  }

  @Test
  void keyOf255CharactersIsTakenAndOneMoreIs400() {
    String longest = "k".repeat(255);
    assertThat(IdempotencyKey.required(longest).digest()).isNotNull();
    refused(longest + "k", "idempotency-key-invalid");
  }

  /** Receipts are found by it: another digest would take every repetition for a new call. */
  @Test
  void digestStaysTheSameFromReleaseToRelease() {
    assertThat(IdempotencyKey.required("first").digest()).isEqualTo(Sha256.of("key:first"));
    assertThat(IdempotencyKey.required("first").digest())
        .isNotEqualTo(IdempotencyKey.required("second").digest());
  }

  private static void refused(String key, String type) {
    assertThatThrownBy(() -> IdempotencyKey.required(key))
        .isInstanceOfSatisfying(
            HttpProblem.class,
            problem -> {
              assertThat(problem.getStatusCode()).isEqualTo(400);
              assertThat(problem.getType()).hasToString("https://baton.dev/problems/" + type);
            });
  }
}
