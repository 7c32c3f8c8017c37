package baton.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import baton.events.Topic.Retention;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Shows each rule something bad, so that it is known to be able to fail. */
class ContractRulesCanFailTest {

  private final JsonNode headerSchema = ContractFiles.asyncApi().headerSchema();

  @Test
  void theGoodEventKeepsEveryRule() {
    Sample sample = sample(GoodEvent.SAMPLE);
    JsonNode schema = json(GoodEvent.SCHEMA);
    Stream.<ThrowingCallable>of(
            () -> ContractRules.schemaDescribesRecord(GoodEvent.CE_TYPE, GoodEvent.class, schema),
            () -> ContractRules.everyFieldIsClassed(GoodEvent.class),
            () -> ContractRules.tellsNobody(GoodEvent.class, Retention.FOREVER),
            () -> ContractRules.sampleFitsSchema(schema, sample),
            () -> ContractRules.sampleIsReadAndWrittenBack(GoodEvent.class, sample),
            () -> headersAgree(sample),
            () -> ContractRules.everyFieldIsShown(schema, List.of(sample)))
        .forEach(rule -> assertThatCode(rule).doesNotThrowAnyException());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"attempts\": { | \"tries\": {",
        "\"type\": \"integer\" | \"type\": \"string\"",
        "\"int32\" | \"int64\"",
        "\"x-baton-class\": \"descriptive\" | \"x-baton-class\": \"identifying\"",
        "\"x-baton-class\": \"descriptive\" | \"x-other\": \"descriptive\"",
        "\"attempts\", \"at\"] | \"at\"]",
        "\"attempts\", \"at\"] | \"attempts\", \"when\", \"at\"]",
        "baton.good.v1.json | baton.good.v2.json",
        "2020-12 | 2019-09",
        "\"title\": \"Good\" | \"title\": \"\"",
        "\"description\": \"Code.\" | \"description\": \"\"",
        "\"additionalProperties\": true | \"additionalProperties\": false",
        "\"type\": \"object\" | \"type\": \"thing\""
      })
  void aSchemaThatDiffersFromItsRecordFails(String found, String replacement) {
    JsonNode spoilt = json(spoil(GoodEvent.SCHEMA, found, replacement));

    fails(() -> ContractRules.schemaDescribesRecord(GoodEvent.CE_TYPE, GoodEvent.class, spoilt));
  }

  @Test
  void aFieldThatNobodyClassedFails() {
    assertThatThrownBy(() -> ContractRules.everyFieldIsClassed(BadEvent.class))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("nobodyClassedThis");
  }

  @ParameterizedTest
  @EnumSource(
      value = Retention.class,
      names = {"FOREVER", "THIRTY_DAYS"})
  void anIdentifyingFieldOnATopicThatIsKeptFails(Retention kept) {
    assertThatThrownBy(() -> ContractRules.tellsNobody(BadEvent.class, kept))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("contacts[].name")
        .hasMessageContaining("byRole{}.name")
        .hasMessageContaining("address.city");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"attempts\": 1, | ''",
        "\"attempts\": 1 | \"attempts\": \"one\"",
        "\"at\": \"2026-03-17T | \"at\": \"yesterday",
        "\"leadId\": \"019cd80e | \"leadId\": \"x",
        "\"code\": \"C\" | \"code\": null"
      })
  void aSampleThatDoesNotFitItsSchemaFails(String found, String replacement) {
    Sample spoilt = sample(spoil(GoodEvent.SAMPLE, found, replacement));

    fails(() -> ContractRules.sampleFitsSchema(json(GoodEvent.SCHEMA), spoilt));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"code\": \"C\" | \"codes\": \"C\"",
        "\"code\": \"C\" | \"code\": null",
        "\"at\": \"2026-03-17T09:15:30.902Z | \"at\": \"2026-03-17T10:15:30.902+01:00"
      })
  void aSampleThatTheRecordDoesNotHoldFails(String found, String replacement) {
    Sample spoilt = sample(spoil(GoodEvent.SAMPLE, found, replacement));

    fails(() -> ContractRules.sampleIsReadAndWrittenBack(GoodEvent.class, spoilt));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"baton.intake\" | \"baton.routing\"",
        "\"key\": \"019cd80e | \"key\": \"019cd80f",
        "\"ce_subject\": \"019cd80e | \"ce_subject\": \"019cd80f",
        "\"ce_time\": \"2026 | \"ce_time\": \"2025",
        "\"ce_recordedtime\": \"2026 | \"ce_recordedtime\": \"2025",
        "\"ce_type\": \"baton.good | \"ce_type\": \"baton.bad",
        "/baton/lead-intake | /baton/routing",
        "\"ce_sequence\": \"2\", | ''",
        "\"ce_sequence\": \"2\" | \"ce_sequence\": \"0\"",
        "\"ce_sequence\": \"2\" | \"ce_sequence\": 2",
        "\"ce_id\": \"019 | \"ce_id\": \"",
        "\"ce_specversion\": \"1.0\", | ''",
        "application/json | text/plain",
        "\"ce_correlationid\" | \"ce_other\""
      })
  void headersThatDoNotAgreeFail(String found, String replacement) {
    Sample spoilt = sample(spoil(GoodEvent.SAMPLE, found, replacement));

    fails(() -> headersAgree(spoilt));
  }

  @Test
  void aMinimalSampleWithAnOptionalFieldFails() {
    assertThatThrownBy(
            () -> ContractRules.isMinimal(json(GoodEvent.SCHEMA), sample(GoodEvent.SAMPLE)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("code");
  }

  @Test
  void aFieldThatNoSampleShowsFails() {
    Sample withoutCode = sample(spoil(GoodEvent.SAMPLE, "\"code\": \"C\",", ""));

    fails(() -> ContractRules.everyFieldIsShown(json(GoodEvent.SCHEMA), List.of(withoutCode)));
  }

  private void headersAgree(Sample sample) {
    ContractRules.headersAgree(
        GoodEvent.CE_TYPE, Topic.INTAKE, GoodEvent.class, headerSchema, sample);
  }

  private static void fails(ThrowingCallable rule) {
    assertThatThrownBy(rule).isInstanceOf(AssertionError.class);
  }

  private static String spoil(String text, String found, String replacement) {
    assertThat(text).contains(found);
    return text.replaceFirst(Pattern.quote(found), Matcher.quoteReplacement(replacement));
  }

  private static Sample sample(String json) {
    return Sample.of(json(json));
  }

  private static JsonNode json(String text) {
    return ContractFiles.parse(text.getBytes(StandardCharsets.UTF_8));
  }
}
