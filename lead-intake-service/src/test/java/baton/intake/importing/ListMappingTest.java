package baton.intake.importing;

import static org.assertj.core.api.Assertions.assertThat;

import baton.intake.importing.Column.Use;
import baton.intake.submission.Consent;
import baton.intake.submission.Content;
import baton.intake.submission.LeadField;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the columns of a list mean, suggested and said. */
class ListMappingTest {

  @Test
  void columnsAreSuggestedByTheirNames() {
    List<Column> columns =
        ListMapping.suggested(
                List.of(
                    "Work E-Mail", "E-Mail", "First Name", "Opt-In Newsletter", "Favourite colour"))
            .columns();
    assertThat(columns)
        .containsExactly(
            new Column("Work E-Mail", Use.FIELD, LeadField.EMAIL, null),
            new Column("E-Mail", Use.ANSWER, null, null),
            new Column("First Name", Use.FIELD, LeadField.GIVEN_NAME, null),
            new Column("Opt-In Newsletter", Use.CONSENT, null, "opt-in newsletter"),
            new Column("Favourite colour", Use.ANSWER, null, null));
  }

  @Test
  void cellsBecomeWhatTheirColumnsMean() {
    Content content =
        read(
            Map.of(
                "mail", " jo@example.com ",
                "land", "Germany",
                "size", "50-100",
                "when", "2026-03-01 10:30",
                "ok", "yes",
                "colour", "red",
                "secret", "x",
                "unnamed", "y"));
    assertThat(content.email()).isEqualTo("jo@example.com");
    assertThat(content.country()).isEqualTo("DE");
    assertThat(content.employees()).isEqualTo(50);
    assertThat(content.sentAt()).isEqualTo(Instant.parse("2026-03-01T10:30:00Z"));
    assertThat(content.campaign()).isEqualTo("fair");
    assertThat(content.answers()).containsExactly(Map.entry("colour", "red"));
    assertThat(content.consents())
        .containsExactly(
            new Consent("newsletter", true, null, "list", Instant.parse("2026-03-01T10:30:00Z")));
  }

  @Test
  void whatIsNotOfTheFormOfItsFieldIsNotLost() {
    Content content =
        read(
            Map.of(
                "mail",
                "call me",
                "land",
                "Atlantis",
                "size",
                "many",
                "when",
                "1.3.26",
                "ok",
                "perhaps"));
    assertThat(content.email()).isNull();
    assertThat(content.consents()).isEmpty();
    assertThat(content.answers())
        .containsOnlyKeys("mail", "land", "size", "when", "ok")
        .containsEntry("land", "Atlantis");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-01, 2026-03-01T00:00:00Z",
    "2026-03-01T10:30:00, 2026-03-01T10:30:00Z",
    "2026-03-01 10:30:00, 2026-03-01T10:30:00Z",
    "2026-03-01T10:30:00+0200, 2026-03-01T08:30:00Z",
    "2026-13-01, ",
    "-9999-01-01, ",
    "0001-01-01, ",
    "01/02/2026, "
  })
  void timesAreReadAndNotGuessed(String cell, Instant time) {
    assertThat(read(Map.of("when", cell)).sentAt()).isEqualTo(time);
  }

  @Test
  void aCellLongerThanAnythingTakesIsNotReadInPart() {
    assertThat(mapping().read(Map.of("colour", "x".repeat(10_001)))).isEmpty();
  }

  private static Content read(Map<String, String> cells) {
    return mapping().read(cells).orElseThrow();
  }

  private static ListMapping mapping() {
    return new ListMapping(
        List.of(
            field("mail", LeadField.EMAIL),
            field("land", LeadField.COUNTRY),
            field("size", LeadField.EMPLOYEES),
            field("when", LeadField.SENT_AT),
            new Column("ok", Use.CONSENT, null, "newsletter"),
            new Column("colour", Use.ANSWER, null, null),
            new Column("secret", Use.IGNORE, null, null)),
        "fair");
  }

  private static Column field(String column, LeadField field) {
    return new Column(column, Use.FIELD, field, null);
  }
}
