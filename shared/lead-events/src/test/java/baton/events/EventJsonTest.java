package baton.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import baton.events.EventJson.UnreadableEvent;
import baton.events.activity.Activity;
import baton.events.followup.Breached;
import baton.events.followup.NoEngagement;
import baton.events.intake.LeadProfile;
import baton.events.qualification.CriterionResult;
import baton.events.qualification.LeadQualified;
import baton.events.routing.LeadAssigned;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventJsonTest {

  private static final UUID LEAD = UUID.fromString("019cd80e-2384-79f1-ae29-b91501256732");
  private static final String SECRET = "dana.whitfield@example.com";

  @Test
  void anUnknownFieldIsIgnored() {
    LeadProfile profile =
        read("{'leadId':'" + LEAD + "','version':3,'shoeSize':{'eu':[38,'" + SECRET + "']}}");

    assertThat(profile.version()).isEqualTo(3);
  }

  @Test
  void anAbsentFieldIsNullAndIsNotWritten() {
    LeadProfile profile = read("{'leadId':'" + LEAD + "','version':3}");

    assertThat(profile.email()).isNull();
    assertThat(new String(EventJson.write(profile), UTF_8))
        .isEqualTo("{\"leadId\":\"" + LEAD + "\",\"version\":3}");
  }

  @Test
  void aFieldThatIsNullIsAsGoodAsAbsent() {
    assertThat(read("{'leadId':'" + LEAD + "','version':3,'email':null}").email()).isNull();
  }

  @Test
  void anEmptyTextIsAText() {
    assertThat(read("{'leadId':'" + LEAD + "','version':3,'notes':''}").notes()).isEmpty();
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    LeadProfile profile =
        new LeadProfile(
            LEAD,
            7,
            SECRET,
            "+12025550147",
            "Dana",
            "Whitfield",
            null,
            "Grüße, 你好, 👋, \"quoted\", \u0001",
            Map.of("", "empty question"),
            null,
            null,
            "US",
            Instant.parse("2026-03-17T09:15:30.480123456Z"));

    assertThat(EventJson.read(LeadProfile.class, EventJson.write(profile))).isEqualTo(profile);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "[]",
        "\"dana.whitfield@example.com\"",
        "dana.whitfield@example.com",
        "{'leadId':'LEAD','version':3,'email':'dana.whitfield@example.com'",
        "{'leadId':'LEAD','version':3,'email':'dana.whitfield@exam",
        "{'leadId':'LEAD','version':3} dana.whitfield@example.com",
        "{'leadId':'LEAD','version':3} {}",
        "{'leadId':'dana.whitfield@example.com','version':3}",
        "{'leadId':'','version':3,'email':'dana.whitfield@example.com'}",
        "{'leadId':19,'version':3}",
        "{'leadId':null,'version':3,'email':'dana.whitfield@example.com'}",
        "{'version':3,'email':'dana.whitfield@example.com'}",
        "{'leadId':'LEAD','version':null,'email':'dana.whitfield@example.com'}",
        "{'leadId':'LEAD','email':'dana.whitfield@example.com'}",
        "{'leadId':'LEAD','version':'3'}",
        "{'leadId':'LEAD','version':''}",
        "{'leadId':'LEAD','version':3.5}",
        "{'leadId':'LEAD','version':99999999999999999999}",
        "{'leadId':'LEAD','version':true}",
        "{'leadId':'LEAD','version':3,'email':{'value':'dana.whitfield@example.com'}}",
        "{'leadId':'LEAD','version':3,'email':['dana.whitfield@example.com']}",
        "{'leadId':'LEAD','version':3,'email':5}",
        "{'leadId':'LEAD','version':3,'email':true}",
        "{'leadId':'LEAD','version':3,'answers':'dana.whitfield@example.com'}",
        "{'leadId':'LEAD','version':3,'answers':{'dana.whitfield@example.com':{}}}",
        "{'leadId':'LEAD','version':3,'updatedAt':'dana.whitfield@example.com'}",
        "{'leadId':'LEAD','version':3,'updatedAt':''}",
        "{'leadId':'LEAD','version':3,'updatedAt':1e40}"
      })
  void whatDoesNotFitIsUnreadableAndNothingOfItIsTold(String payload) {
    byte[] json = json(payload.replace("LEAD", LEAD.toString()));

    assertThatThrownBy(() -> EventJson.read(LeadProfile.class, json))
        .isExactlyInstanceOf(UnreadableEvent.class)
        .satisfies(e -> assertThat(asLogged(e)).doesNotContain("whitfield", "dana"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"'FAX'", "0", "''", "{'name':'CALL'}"})
  void aValueThatAnEnumDoesNotHaveIsUnreadable(String type) {
    byte[] json = json("{'leadId':'" + LEAD + "','type':" + type + "}");

    assertThatThrownBy(() -> EventJson.read(Activity.class, json))
        .isExactlyInstanceOf(UnreadableEvent.class);
  }

  @Test
  void noPayloadIsUnreadable() {
    assertThatThrownBy(() -> EventJson.read(LeadProfile.class, null))
        .isExactlyInstanceOf(UnreadableEvent.class);
  }

  @Test
  void bytesThatAreNoTextAreUnreadable() {
    byte[] json = json("{'leadId':'" + LEAD + "','version':3,'email':'dana'}");
    Arrays.fill(json, json.length - 6, json.length - 2, (byte) 0xff);

    assertThatThrownBy(() -> EventJson.read(LeadProfile.class, json))
        .isExactlyInstanceOf(UnreadableEvent.class);
  }

  @Test
  void nestingWithoutEndIsUnreadable() {
    byte[] json = json("{'leadId':'" + LEAD + "','version':3,'x':" + "[".repeat(100_000));

    assertThatThrownBy(() -> EventJson.read(LeadProfile.class, json))
        .isExactlyInstanceOf(UnreadableEvent.class);
  }

  @Test
  void theMessageNamesTypeAndPosition() {
    byte[] json = json("{'leadId':'" + LEAD + "',\n'version':'three'}");

    assertThatThrownBy(() -> EventJson.read(LeadProfile.class, json))
        .hasMessage("payload does not fit LeadProfile at line 2, column 11");
  }

  @Test
  void aPayloadOfAnotherSubjectThanItsHeaderIsUnreadable() {
    byte[] erased = json("{'leadId':'" + LEAD + "','at':'2026-01-01T00:00:00Z'}");

    assertThat(EventJson.read(EventType.LEAD_ERASED, LEAD, erased).subject()).isEqualTo(LEAD);
    assertThatThrownBy(() -> EventJson.read(EventType.LEAD_ERASED, UUID.randomUUID(), erased))
        .isExactlyInstanceOf(UnreadableEvent.class);
  }

  @Test
  void anActivityMayBeKeyedByAnIdOfItsOwn() {
    byte[] call = json("{'leadId':'" + LEAD + "','type':'CALL'}");

    assertThat(EventJson.read(EventType.ACTIVITY, UUID.randomUUID(), call).subject())
        .isEqualTo(LEAD);
  }

  /** Topics are kept forever: what was written before a field existed is read without it. */
  @Test
  void eventsOfBeforeThereWereVersionsAreRead() {
    String subject = "'leadId':'" + LEAD + "'";
    String result =
        "{'criterion':'a','kind':'WEIGHTED','outcome':'MET','observed':{},'expected':'x',"
            + "'contribution':1,'sentence':'x'}";
    byte[] qualified =
        json(
            "{"
                + subject
                + ",'opensCycle':false,'receipt':{'version':1,'score':1,'criteria':["
                + result
                + "]}}");

    assertThat(EventJson.read(Breached.class, json("{" + subject + "}")).policyVersion()).isNull();
    assertThat(EventJson.read(NoEngagement.class, json("{" + subject + "}")).policyVersion())
        .isNull();
    assertThat(
            EventJson.read(LeadAssigned.class, json("{" + subject + ",'repVersion':1,'attempt':1}"))
                .grade())
        .isNull();
    assertThat(EventJson.read(LeadQualified.class, qualified).receipt().criteria())
        .extracting(CriterionResult::version)
        .containsOnlyNulls();
  }

  private static LeadProfile read(String json) {
    return EventJson.read(LeadProfile.class, json(json));
  }

  private static byte[] json(String withSingleQuotes) {
    return withSingleQuotes.replace('\'', '"').getBytes(UTF_8);
  }

  private static String asLogged(Throwable e) {
    StringWriter log = new StringWriter();
    e.printStackTrace(new PrintWriter(log));
    return log.toString();
  }
}
