package baton.intake;

import static baton.intake.HubSpotApp.as;
import static baton.intake.LeadDoor.consents;
import static baton.intake.LeadDoor.erase;
import static baton.intake.LeadDoor.even;
import static baton.intake.LeadDoor.get;
import static baton.intake.LeadDoor.is;
import static baton.intake.LeadDoor.lead;
import static baton.intake.LeadDoor.submission;
import static baton.intake.LeadDoor.unmerge;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import baton.events.EventJson;
import baton.events.EventType;
import baton.events.intake.LeadsUnmerged;
import baton.testing.BatonInfrastructure;
import baton.testing.Probe;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** Of whom somebody says that they are two after all, each has what is theirs, and no more. */
@QuarkusTest
@QuarkusTestResource(
    value = BatonInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "lead_intake"))
class UnmergeDoorTest {

  private static final Duration SOON = Duration.ofSeconds(30);

  @Inject AgroalDataSource database;

  private final String name = "u" + UUID.randomUUID().toString().substring(0, 8);
  private final String email = name + "@merge.example";
  private final String mobile =
      "+49151" + ThreadLocalRandom.current().nextInt(10_000_000, 99_999_999);

  @Test
  void unmergedEachIsItselfAgainAndTheyAreNotMergedOnceMore() {
    String old = lead(201, "'email': '%s', 'company': 'Old'".formatted(email));
    String young =
        lead(201, "'phone': '%s', 'company': 'Young', 'title': 'Chief'".formatted(mobile));
    lead(200, "'email': '%s', 'phone': '%s', 'givenName': 'Jo'".formatted(email, mobile));
    unmerge(old).statusCode(409);
    unmerge(young).statusCode(204);
    get(old)
        .body("leadId", equalTo(old))
        .body("company", equalTo("Old"))
        .body("title", nullValue())
        .body("givenName", equalTo("Jo"));
    get(young)
        .body("leadId", equalTo(young))
        .body("company", equalTo("Young"))
        .body("email", nullValue())
        .body("phone", equalTo(mobile));
    unmerge(young).statusCode(409);
    try (Probe probe = BatonInfrastructure.probe("baton.intake")) {
      assertThat(
              EventJson.read(
                      LeadsUnmerged.class,
                      probe.await(r -> is(r, EventType.LEADS_UNMERGED, old), SOON).value())
                  .unmergedLeadId())
          .hasToString(young);
    }
    assertThat(lead(200, "'phone': '%s'".formatted(mobile))).isEqualTo(young);
    assertThat(lead(200, "'email': '%s', 'phone': '%s'".formatted(email, mobile))).isEqualTo(old);
    get(young).body("leadId", equalTo(young));
    even();
  }

  /** A contact that was said after the merge goes back with its key. */
  @Test
  void theAddressOfTheOtherIsNotLeftBehind() {
    String old = lead(201, "'email': '%s', 'externalId': '%s'".formatted(email, name));
    String young = lead(201, "'email': 'b.%s'".formatted(email));
    lead(200, "'email': 'b.%s', 'externalId': '%s'".formatted(email, name));
    lead(200, "'email': 'b.%s'".formatted(email));
    get(old).body("leadId", equalTo(old)).body("email", equalTo("b." + email));
    unmerge(young).statusCode(204);
    get(old).body("email", equalTo(email));
    get(young).body("email", equalTo("b." + email));
  }

  @Test
  void severalAreOneAndAreTakenApartInTheOtherOrder() {
    String first = lead(201, "'email': '%s'".formatted(email));
    String second = lead(201, "'email': 'b.%s', 'externalId': '%s'".formatted(email, name));
    String third = lead(201, "'phone': '%s'".formatted(mobile));
    lead(200, "'phone': '%s', 'externalId': '%s'".formatted(mobile, name));
    lead(200, "'email': '%s', 'phone': '%s'".formatted(email, mobile));
    get(third).body("leadId", equalTo(first));
    get(second).body("leadId", equalTo(first));
    unmerge(third).statusCode(409);
    String fourth = lead(201, "'email': 'd.%s'".formatted(email));
    lead(200, "'email': 'd.%s', 'phone': '%s'".formatted(email, mobile));
    unmerge(second).statusCode(409);
    unmerge(fourth).statusCode(204);
    unmerge(second).statusCode(204);
    get(third).body("leadId", equalTo(second));
    unmerge(third).statusCode(204);
    get(third).body("leadId", equalTo(third)).body("phone", equalTo(mobile));
    assertThat(lead(200, "'email': 'b.%s'".formatted(email))).isEqualTo(second);
  }

  @Test
  void whatEachSubmittedWhileTheyWereOneIsTheirs() {
    String old = lead(201, "'email': '%s', 'company': 'Old'".formatted(email));
    String young = lead(201, "'phone': '%s', 'company': 'Young'".formatted(mobile));
    lead(200, "'email': '%s', 'phone': '%s', 'givenName': 'Jo'".formatted(email, mobile));
    lead(
        200,
        "'phone': '%s', 'email': 'b.%s', 'title': 'Chief', 'notes': 'mine', 'answers': {'q': 'young'}, 'consents': [{'purpose': 'phone', 'granted': true}]"
            .formatted(mobile, email));
    lead(
        200,
        "'email': '%s', 'country': 'DE', 'answers': {'q': 'old', 'r': 'old'}, 'consents': [{'purpose': 'email', 'granted': true}]"
            .formatted(email));
    get(young)
        .body("leadId", equalTo(old))
        .body("notes", equalTo("mine"))
        .body("answers.q", equalTo("old"));

    unmerge(young).statusCode(204);
    get(old)
        .body("email", equalTo(email))
        .body("phone", nullValue())
        .body("givenName", equalTo("Jo"))
        .body("company", equalTo("Old"))
        .body("country", equalTo("DE"))
        .body("title", nullValue())
        .body("notes", nullValue())
        .body("answers.q", equalTo("old"));
    get(young)
        .body("email", equalTo("b." + email))
        .body("phone", equalTo(mobile))
        .body("givenName", nullValue())
        .body("company", equalTo("Young"))
        .body("country", nullValue())
        .body("title", equalTo("Chief"))
        .body("notes", equalTo("mine"))
        .body("answers.q", equalTo("young"))
        .body("answers.r", nullValue());
    consents(old).body("items.purpose", contains("email"));
    consents(young).body("items.purpose", contains("phone"));
    assertThat(lead(200, "'email': 'b.%s'".formatted(email))).isEqualTo(young);
    even();
  }

  @Test
  void ofAnErasedOneNothingIsLeftWithTheOther() throws SQLException {
    String old = lead(201, "'email': '%s'".formatted(email));
    String young = lead(201, "'phone': '%s', 'notes': '1.%s'".formatted(mobile, name));
    String both = "'email': '%s', 'phone': '%s', 'familyName': '%s'";
    lead(200, both.formatted(email, mobile, "Own"));
    lead(200, "'phone': '%s', 'notes': '2.%s'".formatted(mobile, name));
    unmerge(young).statusCode(204);
    assertThat(lead(200, both.formatted(email, mobile, "Own"))).isEqualTo(old);
    get(old).body("phone", nullValue());
    assertThat(receiptsWith(mobile)).isEqualTo(4);
    assertThat(receiptsWith(email)).isEqualTo(3);

    erase(young);
    assertThat(receiptsWith(mobile)).isZero();
    assertThat(receiptsWith(email)).isEqualTo(1);
    get(old).statusCode(200).body("email", equalTo(email)).body("familyName", equalTo("Own"));
    even();
  }

  /** A number that may be a mobile or not makes nobody one, and goes back all the same. */
  @Test
  void aNumberThatMayBeOfAHouseholdGoesBackToo() throws SQLException {
    String number = "+1650253" + ThreadLocalRandom.current().nextInt(1_000, 9_999);
    String old = lead(201, "'email': '%s', 'externalId': '%s'".formatted(email, name));
    String young = lead(201, "'email': 'b.%s', 'phone': '%s'".formatted(email, number));
    lead(200, "'email': 'b.%s', 'externalId': '%s'".formatted(email, name));
    String both = "'email': '%s', 'phone': '%s'".formatted(email, number);
    lead(200, both);
    unmerge(young).statusCode(204);
    get(old).body("phone", nullValue());
    get(young).body("phone", equalTo(number));
    assertThat(lead(200, both)).isEqualTo(old);
    get(old).body("phone", nullValue());
    assertThat(receiptsWith(number)).isEqualTo(3);
    erase(young);
    assertThat(receiptsWith(number)).isZero();
    get(old).statusCode(200);
  }

  /** A repetition is answered with the lead whose it is by then. */
  @Test
  void aSubmissionGoesBackWithItsReceipt() {
    String old = lead(201, "'email': '%s'".formatted(email));
    String young = lead(201, "'phone': '%s'".formatted(mobile));
    lead(200, "'email': '%s', 'phone': '%s'".formatted(email, mobile));
    String again = "'phone': '%s', 'notes': 'again'".formatted(mobile);
    submission(200, name, again).body("leadId", equalTo(old));
    unmerge(young).statusCode(204);
    submission(200, name, again)
        .header("Idempotency-Replayed", "true")
        .body("leadId", equalTo(young));
  }

  /** Whoever unsubscribes by an address is the one whose address it is. */
  @Test
  void aWithdrawalGoesBackWithTheAddress() {
    String old = lead(201, "'phone': '%s'".formatted(mobile));
    String young = lead(201, "'email': '%s'".formatted(email));
    lead(200, "'email': '%s', 'phone': '%s'".formatted(email, mobile));
    ConnectedPlatform.with("MAILCHIMP", "in-the-address")
        .form(("type=unsubscribe&data[email]=" + email).getBytes())
        .then()
        .statusCode(200);
    consents(old).body("items.granted", contains(false));
    unmerge(young).statusCode(204);
    consents(young).body("items.granted", contains(false));
    consents(old).body("items", empty());
  }

  @Test
  void aMailboxOfAFunctionGoesBackWithWhoGaveIt() {
    String mailbox = "info@" + name + ".example";
    String old = lead(201, "'email': '%s', 'externalId': '%s'".formatted(email, name));
    String young = lead(201, "'phone': '%s'".formatted(mobile));
    lead(200, "'externalId': '%s', 'phone': '%s'".formatted(name, mobile));
    lead(200, "'email': '%s', 'phone': '%s'".formatted(mailbox, mobile));
    as("integration")
        .body("{\"email\": \"%s\"}".formatted(mailbox))
        .post("/v1/leads/lookups")
        .then()
        .body("items.leadId", contains(old));
    unmerge(young).statusCode(204);
    as("integration")
        .body("{\"email\": \"%s\"}".formatted(mailbox))
        .post("/v1/leads/lookups")
        .then()
        .body("items.leadId", contains(young));
  }

  /** Three, of whom the third was one with the second, and both then one with the first. */
  @Test
  void whatIsOfOneInTheMiddleStaysThereUntilThatIsUndone() {
    String first = lead(201, "'email': '%s'".formatted(email));
    String second = lead(201, "'email': 'b.%s', 'externalId': '%s'".formatted(email, name));
    String third = lead(201, "'phone': '%s'".formatted(mobile));
    lead(200, "'phone': '%s', 'externalId': '%s'".formatted(mobile, name));
    lead(200, "'email': '%s', 'externalId': '%s'".formatted(email, name));
    lead(200, "'phone': '%s', 'title': 'third', 'company': 'third'".formatted(mobile));
    lead(200, "'email': 'b.%s', 'company': 'second'".formatted(email));
    lead(200, "'email': '%s', 'country': 'DE'".formatted(email));
    get(third)
        .body("leadId", equalTo(first))
        .body("title", equalTo("third"))
        .body("company", equalTo("second"))
        .body("country", equalTo("DE"));

    unmerge(second).statusCode(204);
    get(first)
        .body("title", nullValue())
        .body("company", nullValue())
        .body("country", equalTo("DE"));
    get(third)
        .body("leadId", equalTo(second))
        .body("title", equalTo("third"))
        .body("company", equalTo("second"))
        .body("country", nullValue());
    lead(200, "'phone': '%s', 'notes': 'later'".formatted(mobile));
    unmerge(third).statusCode(204);
    get(second)
        .body("title", nullValue())
        .body("company", equalTo("second"))
        .body("notes", nullValue());
    get(third)
        .body("title", equalTo("third"))
        .body("company", equalTo("third"))
        .body("notes", equalTo("later"));
    even();
  }

  private long receiptsWith(String marker) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement query =
            connection.prepareStatement(
                "select count(*) from receipt where position(?::bytea in raw) > 0")) {
      query.setBytes(1, marker.getBytes());
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }
}
