package baton.intake.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import baton.intake.sources.Platform;
import baton.intake.sources.Proof;
import baton.intake.sources.SignedText;
import baton.intake.sources.SourceSettings;
import baton.intake.sources.Sources;
import baton.intake.submission.Consent;
import baton.intake.submission.Content;
import baton.intake.submission.DiscardReason;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Notices of LinkedIn about its forms: by number, and with what its API says. */
class LinkedInSenderTest extends SenderConformance {

  private static final String SECRET = "secret of the app";
  private static final String CODE = "890e4665-4dfe-4ab1-b689-ed553bceeed0";
  private static final String CREATED =
      """
      {"type": "LEAD_ACTION", "leadGenFormResponse": "urn:li:leadGenFormResponse:1a2b3c-4",
       "leadGenForm": "urn:li:versionedLeadGenForm:(urn:li:leadGenForm:1, 1)",
       "owner": {"sponsoredAccount": "urn:li:sponsoredAccount:123"},
       "leadType": "SPONSORED", "leadAction": "CREATED", "occurredAt": 1772441998000}""";
  private static final String LEAD =
      """
      {"id": "1a2b3c-4", "submittedAt": 1772441998000, "testLead": false,
       "leadMetadataInfo": {"sponsoredLeadMetadataInfo": {"campaign": {"name": "spring fair"}}},
       "form": {"id": 1, "hiddenFields": [{"name": "partner", "value": "north"}],
         "content": {
           "questions": [
             {"questionId": 1, "predefinedField": "FIRST_NAME", "name": "First name"},
             {"questionId": 2, "predefinedField": "WORK_EMAIL"},
             {"questionId": 3, "predefinedField": "JOB_TITLE"},
             {"questionId": 4, "name": "when", "question": {"localized": {"de_DE": "Ab wann?"}}},
             {"questionId": 5, "question": {"localized": {"en_US": "Which products?"}},
              "questionDetails": {"multipleChoiceQuestionDetails": {"options": [
                {"id": 1, "text": {"localized": {"en_US": "Pumps"}}},
                {"id": 2, "text": {"localized": {"en_US": "Valves"}}}]}}}],
           "legalInfo": {"consents": [{"id": 9, "consent": {"localized": {"en_US": "Call me"}}}]}}},
       "formResponse": {
         "answers": [
           {"questionId": 1, "answerDetails": {"textQuestionAnswer": {"answer": "Jo"}}},
           {"questionId": 2, "answerDetails": {"textQuestionAnswer": {"answer": "jo@example.com"}}},
           {"questionId": 3, "answerDetails": {"textQuestionAnswer": {"answer": "Buyer"}}},
           {"questionId": 4, "answerDetails": {"textQuestionAnswer": {"answer": "May"}}},
           {"questionId": 5, "answerDetails": {"multipleChoiceAnswer": {"options": [1, 2, 7]}}}],
         "consentResponses": [{"consentId": 9, "accepted": true}, {"consentId": 10, "accepted": false}]}}""";

  @Test
  void aNoticeNamesAResponseByItsNumber() {
    Item item = item(CREATED);
    assertThat(item.identity()).isEqualTo("linkedin:1a2b3c-4:CREATED");
    Reference reference = ((Said.Elsewhere) item.said()).reference();
    assertThat(reference.path()).startsWith("/rest/leadFormResponses/1a2b3c-4?fields=");
    assertThat(reference.headers())
        .containsEntry("LinkedIn-Version", Deliveries.LINKEDIN_VERSION)
        .containsEntry("X-Restli-Protocol-Version", "2.0.0");
  }

  @Test
  void completedItSaysWhatWasAskedAnsweredAndAccepted() {
    Content said = ((Said.Inquiry) completed(LEAD)).content();
    assertThat(said.email()).isEqualTo("jo@example.com");
    assertThat(said.givenName()).isEqualTo("Jo");
    assertThat(said.title()).isEqualTo("Buyer");
    assertThat(said.campaign()).isEqualTo("spring fair");
    assertThat(said.externalId()).isEqualTo("1a2b3c-4");
    assertThat(said.sentAt()).isEqualTo("2026-03-02T08:59:58Z");
    assertThat(said.answers())
        .isEqualTo(
            Map.of("Ab wann?", "May", "Which products?", "Pumps;Valves;7", "partner", "north"));
    Instant at = Instant.parse("2026-03-02T08:59:58Z");
    assertThat(said.consents())
        .containsExactly(
            new Consent("9", true, "Call me", "form", at),
            new Consent("10", false, null, "form", at));
    assertThat(completed(LEAD.replace("\"testLead\": false", "\"testLead\": true")))
        .isEqualTo(new Said.Nothing(DiscardReason.TEST));
  }

  @Test
  void whoIsDeletedThereIsToBeForgottenWithTheNoticeThatToldOfIt() {
    Item item = item(CREATED.replace("\"CREATED\"", "\"DELETED\""));
    assertThat(item.said()).isEqualTo(new Said.Erasure("1a2b3c-4", item(CREATED).identity()));
    assertThat(item.identity()).isNotEqualTo(item(CREATED).identity());
  }

  @Test
  void aNoticeOfSomethingElseIsNothingAndOneOfNobodyIsNotKnown() {
    assertThat(item("{\"type\": \"ORGANIZATION_SOCIAL_ACTION_NOTIFICATIONS\"}").said())
        .isEqualTo(new Said.Nothing(DiscardReason.NOT_AN_INQUIRY));
    assertThat(item(CREATED.replace("1a2b3c-4", "../me")).said()).isEqualTo(new Said.Unmapped());
    assertThat(item(CREATED.replace("CREATED", "ARCHIVED")).said()).isEqualTo(new Said.Unmapped());
  }

  /** What the documentation says, and what is seen in programs: one holds, and not the others. */
  @ParameterizedTest
  @EnumSource(SignedText.class)
  void ofItsSignatureThatReadingHoldsWhichIsSet(SignedText set) {
    for (SignedText signed : SignedText.values()) {
      byte[] body = CREATED.getBytes(UTF_8);
      Delivery delivery =
          Deliveries.of(
              Deliveries.source(
                  Platform.LINKEDIN_LEAD_GEN,
                  new SourceSettings(false, set, null, Proof.DEFAULT, null)),
              Deliveries.URI,
              Map.of("X-LI-Signature", signature(signed, SECRET, body)),
              body);
      assertThat(sender.isAuthentic(delivery, SECRET)).isEqualTo(signed == set);
    }
  }

  @Test
  void theChallengeIsAnsweredWithTheLatestSecret() {
    Answer answer = sender.handshake(challenge("?challengeCode=" + CODE)).orElseThrow();
    assertThat(answer.mediaType()).isEqualTo("application/json");
    assertThat(answer.body())
        .isEqualTo(
            "{\"challengeCode\":\"%s\",\"challengeResponse\":\"%s\"}"
                .formatted(
                    CODE, HexFormat.of().formatHex(Deliveries.hmac(SECRET, CODE.getBytes(UTF_8)))));
    assertThat(sender.handshake(challenge("?challengeCode=" + CODE + "&applicationId=1")))
        .isPresent();
  }

  /** Who may have anything signed could post anything. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "?challengeCode=",
        "?challengeCode=hmacsha256%3D%7B%7D",
        "?challengeCode=%7B%7D"
      })
  void whatIsNoCodeIsNotSigned(String query) {
    assertThat(sender.handshake(challenge(query))).isEmpty();
    assertThat(sender.handshake(challenge("?challengeCode=" + CODE + "&challengeCode=" + CODE)))
        .isEmpty();
  }

  private static Delivery challenge(String query) {
    Delivery plain =
        Deliveries.of(
            Deliveries.source(Platform.LINKEDIN_LEAD_GEN, false),
            Deliveries.URI + query,
            Map.of(),
            new byte[0]);
    return new Delivery(
        new Sources.WithSecrets(plain.source().source(), List.of("the old one", SECRET), null),
        plain.uri(),
        plain.headers(),
        plain.body(),
        plain.arrivedAt(),
        plain.cause());
  }

  private Said completed(String fetched) {
    Delivery kept = kept(item(CREATED).raw());
    return sender.saidBy(kept(sender.completed(kept, JsonBody.read(fetched.getBytes(UTF_8)))));
  }

  private static Delivery kept(byte[] raw) {
    return Delivery.kept(
        new Sources.WithSecrets(
            Deliveries.source(Platform.LINKEDIN_LEAD_GEN, false), List.of(), null),
        "application/json",
        raw,
        Deliveries.NOW);
  }

  private Item item(String body) {
    return sender
        .items(Deliveries.of(Platform.LINKEDIN_LEAD_GEN, Map.of(), body.getBytes(UTF_8)))
        .get(0);
  }

  private static String signature(SignedText text, String secret, byte[] body) {
    HexFormat hex = HexFormat.of();
    return switch (text) {
      case PREFIXED_BODY ->
          hex.formatHex(Deliveries.hmac(secret, "hmacsha256=".getBytes(UTF_8), body));
      case PREFIXED_SIGNATURE -> "hmacsha256=" + hex.formatHex(Deliveries.hmac(secret, body));
      case BODY -> hex.formatHex(Deliveries.hmac(secret, body));
    };
  }

  @Override
  Ways ways() {
    return new Ways() {
      @Override
      public Platform platform() {
        return Platform.LINKEDIN_LEAD_GEN;
      }

      @Override
      public String secret(int number) {
        return SECRET + " " + number;
      }

      @Override
      public Map<String, String> headers(String secret, byte[] body, Instant at) {
        return Map.of("X-LI-Signature", signature(SignedText.PREFIXED_BODY, secret, body));
      }

      @Override
      public String inquiry(String email, String id) {
        return """
            {"type": "LEAD_ACTION", "leadGenFormResponse": "urn:li:leadGenFormResponse:%s",
             "leadAction": "CREATED", "fetched": {
               "form": {"content": {"questions": [{"questionId": 1, "predefinedField": "EMAIL"}]}},
               "formResponse": {"answers": [
                 {"questionId": 1, "answerDetails": {"textQuestionAnswer": {"answer": "%s"}}}]}}}"""
            .formatted(id.replace("\"", ""), email);
      }
    };
  }
}
