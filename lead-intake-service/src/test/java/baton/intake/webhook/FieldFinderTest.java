package baton.intake.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import baton.intake.submission.Content;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is found in JSON of unknown form. */
class FieldFinderTest {

  @Test
  void ofAListTheFirstValueCounts() {
    assertThat(find("{\"email\": [\"\", \"jo@example.com\", \"old@example.com\"]}").email())
        .isEqualTo("jo@example.com");
    assertThat(find("{\"email\": [{\"label\": \"work\", \"value\": \"jo@example.com\"}]}").email())
        .isEqualTo("jo@example.com");
    assertThat(find("{\"email\": [], \"phone\": [[\"+49\"]]}").phone()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "250, 250",
        "25-50, 25",
        "25 - 50, 25",
        "1000+, 1000",
        "-5, -",
        "about 50, -",
        "1.5, -",
        "9999999999, -"
      })
  void ofARangeOfEmployeesTheLowerEndCounts(String given, Integer employees) {
    assertThat(find("{\"employees\": \"%s\"}".formatted(given)).employees()).isEqualTo(employees);
  }

  private static Content find(String json) {
    try {
      return new FieldFinder(new ObjectMapper().readTree(json)).content();
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
