package baton.proving.console;

import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import baton.proving.doors.Call;
import baton.proving.doors.HttpDoors;
import baton.proving.doors.SignedCalls;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.FilePayload;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A marketer connects a platform, watches what arrives, and deals with what cannot be used. */
@ExtendWith(Console.Opened.class)
class SourcesIT {

  private static final String SECRET = "typed-in-twice";

  private static Console console;

  private final String id = "s" + UUID.randomUUID().toString().substring(0, 8);

  @BeforeAll
  static void open(Console opened) {
    console = opened;
  }

  @Test
  void aPlatformIsConnectedStepByStepAndItsFirstRequestShows() {
    try (Visit visit = console.as("marketing").at("#/sources")) {
      connect(visit, "GENERIC");
      Locator pasted = visit.find("sources-page dialog .paste code");
      pasted.first().waitFor();
      visit.page.screenshot(new ScreenshotOptions().setPath(Console.picture("source-connected")));
      visit.isAccessible("a source that was connected");
      assertThat(pasted.allInnerTexts()).hasSize(2);
      String address = pasted.allInnerTexts().get(0);
      String secret = pasted.allInnerTexts().get(1);
      assertThat(address).endsWith("/v1/webhooks/" + id);

      visit.find("text=Watch what arrives").click();
      visit.find("source-arrivals .empty").waitFor();
      assertThat(post("whsec_" + "A".repeat(43) + "=", "{}")).isEqualTo(401);
      visit.find("source-arrivals .turned-away:has-text('1 request was turned away')").waitFor();
      visit.page.screenshot(
          new ScreenshotOptions().setFullPage(true).setPath(Console.picture("source-turned-away")));
      visit.isAccessible("requests that were turned away");
      accepted(secret, "{\"email\": \"%s@console.example\"}".formatted(id));
      Locator row = visit.find("source-arrivals tbody tr");
      row.first().waitFor();
      assertThat(row.first().innerText()).contains("New lead").contains("spring");
      assertThat(row.first().locator("a").getAttribute("href")).startsWith("#/leads/");
    }
  }

  @Test
  void aShortNameThatIsTakenChangesNothing() {
    connected();
    try (Visit visit = console.as("marketing").at("#/sources")) {
      connect(visit, "GENERIC");
      visit.find("sources-page dialog .problem:has-text('already')").waitFor();
      visit.page.keyboard().press("Escape");
      visit.find("sources-page tr:has-text('" + id + "'):has-text('Forms of ours')").waitFor();
      assertThat(post(SECRET, "{}")).as("its secret is the one it had").isEqualTo(200);
    }
  }

  @Test
  void whereOnlyAnAddressCanBeEnteredItHasTheSecret() {
    try (Visit visit = console.as("marketing").at("#/sources")) {
      connect(visit, "UNBOUNCE");
      Locator pasted = visit.find("sources-page dialog .paste code");
      pasted.first().waitFor();
      assertThat(pasted.allInnerTexts()).hasSize(1);
      String address = pasted.allInnerTexts().get(0);
      String path = address.substring(address.indexOf("/v1/webhooks/"));
      String form =
          "data.json=" + encode("{\"email\": [\"%s@unbounce.example\"]}".formatted(id), UTF_8);
      var answer =
          console
              .played()
              .doors()
              .send(
                  Call.signed(
                      "/api/intake" + path,
                      Map.of("Content-Type", "application/x-www-form-urlencoded"),
                      form.getBytes(UTF_8)));
      assertThat(answer.status()).isEqualTo(200);
      visit.find("text=Watch what arrives").click();
      visit.find("source-arrivals tbody tr:has-text('New lead')").first().waitFor();
    }
  }

  @Test
  void settingsAreChangedAndASecretIsReplacedWithoutAGap() {
    connected();
    try (Visit visit = console.as("marketing").at("#/sources/" + id + "?show=connect")) {
      visit.find("source-settings input[name=campaign]").fill("autumn");
      visit.find("text=Save the settings").click();
      visit.find(".toast[data-shown=true]:has-text('Saved')").waitFor();
      visit.find("source-page .page-head:has-text('credited to autumn')").waitFor();

      visit.find("text=Add a second secret").click();
      visit.find("source-secrets code").waitFor();
      visit.page.screenshot(
          new ScreenshotOptions().setFullPage(true).setPath(Console.picture("source-settings")));
      visit.isAccessible("settings and secrets of a source");
      String second = visit.text("source-secrets code");
      await().untilAsserted(() -> assertThat(post(second, "{}")).isEqualTo(200));
      assertThat(post(SECRET, "{}")).isEqualTo(200);
      visit.find("source-secrets button:has-text('Remove it')").first().click();
      visit.find("text=Add a second secret").waitFor();
      await().untilAsserted(() -> assertThat(post(SECRET, "{}")).isEqualTo(401));
      assertThat(post(second, "{}")).isEqualTo(200);

      visit.find("source-settings input[name=active]").uncheck();
      visit.find("text=Save the settings").click();
      visit.find("source-page .page-head:has-text('switched off')").waitFor();
      await().untilAsserted(() -> assertThat(post(second, "{}")).isEqualTo(404));
    }
  }

  @Test
  void aSenderProvesWhoItIsInAWayOfItsOwn() {
    connected();
    try (Visit visit = console.as("marketing").at("#/sources/" + id + "?show=connect")) {
      visit.find("source-proof select[name=by]").selectOption("SIGNATURE");
      visit.find("source-proof input[name=name]").fill("not a header");
      visit.find("source-proof input[name=name]:invalid").waitFor();
      visit.find("source-proof input[name=name]").fill("X-Own-Signature");
      visit.find("source-proof select[name=encoding]").selectOption("BASE64");
      visit.find("source-proof input[name=prefix]").fill("sha256=");
      visit.page.screenshot(
          new ScreenshotOptions().setFullPage(true).setPath(Console.picture("source-proof")));
      visit.isAccessible("how a sender proves who it is");
      visit.find("text=Save the proof").click();
      visit.find("source-proof .toast[data-shown=true]:has-text('Saved')").waitFor();
      String body = "{\"email\": \"%s@signed.example\"}".formatted(id);
      Call signed = SignedCalls.body(door(), "X-Own-Signature", SECRET, body.getBytes(UTF_8));
      await().untilAsserted(() -> assertThat(post(signed)).isEqualTo(200));
      assertThat(post(SECRET, body)).isEqualTo(401);

      visit.find("source-proof select[name=by]").selectOption("ADDRESS");
      assertThat(visit.find("source-proof input[name=name]").inputValue()).isEqualTo("key");
      visit.find("text=Save the proof").click();
      visit.find("source-steps code:has-text('?key=…')").waitFor();
    }
  }

  @Test
  void aToolIsGivenAKeyOfTheSource() {
    connected();
    try (Visit visit = console.as("marketing").at("#/sources/" + id + "?show=connect")) {
      visit.find("text=Make a key").click();
      visit.find("source-keys code:has-text('btn_')").waitFor();
      String key = visit.text("source-keys p code:has-text('btn_')");
      var answer =
          new HttpDoors(console.origin(), role -> key)
              .send(
                  Call.post(
                          "source", "/api/intake/v1/leads", Map.of("email", id + "@keyed.example"))
                      .with("Idempotency-Key", id));
      assertThat(answer.status()).isEqualTo(201);
      visit.find("nav.choices a:has-text('Last requests')").click();
      visit.find("source-arrivals tbody tr:has-text('New lead')").first().waitFor();
    }
  }

  @Test
  void aMappingIsTriedSavedAndWhatWaitedIsReadAgain() {
    connected();
    accepted(SECRET, "{\"contact\": {\"address\": \"%s@console.example\"}}".formatted(id));
    try (Visit visit = console.as("marketing").at("#/sources/" + id + "?show=mapping")) {
      visit.find("#mapping").fill("{\"fields\": {\"email\": \"item.contact.address\"}");
      visit.find("text=Try it").click();
      visit.find("source-mapping .problem").waitFor();
      visit.find("#mapping").fill("{\"fields\": {\"email\": \"item.contact.address\"}}");
      visit.find("#try-body").fill("{\"contact\": {\"address\": \"try@console.example\"}}");
      visit.find("text=Try it").click();
      visit.find("source-mapping h2:has-text('Would be: Lead')").waitFor();
      assertThat(visit.text("source-mapping .facts")).contains("try@console.example");
      visit.find("text=Save the mapping").click();
      visit.find(".toast[data-shown=true]:has-text('Saved')").waitFor();

      visit.find("nav.choices a:has-text('Quarantine')").click();
      visit.find("source-quarantine tbody tr").first().waitFor();
      visit.find("text=Read all again").click();
      // A mapping is in force everywhere within seconds.
      visit.find(".toast[data-shown=true]").waitFor();
      await()
          .pollInSameThread()
          .untilAsserted(
              () -> {
                if (visit.find("text=Read all again").count() > 0) {
                  visit.find("text=Read all again").click();
                }
                assertThat(visit.find("source-quarantine .empty").count()).isEqualTo(1);
              });
    }
  }

  @Test
  void whatCannotBeUsedIsLookedAtMendedAndDiscarded() {
    connected();
    accepted(SECRET, "{\"email\": \"<img src=x onerror=alert(1)>\"}");
    accepted(SECRET, "{\"email\": \"nobody either\"}");
    try (Visit visit = console.as("ops").at("#/sources/" + id + "?show=quarantine")) {
      visit.find("source-quarantine tbody button").first().click();
      assertThat(visit.text("source-quarantine dialog")).contains("your role does not see");
      assertThat(visit.find("source-quarantine dialog .body").count()).isZero();
    }
    try (Visit visit = console.as("marketing").at("#/sources/" + id + "?show=quarantine")) {
      visit.find("source-quarantine tbody button").first().click();
      visit.find("source-quarantine dialog .body").waitFor();
      assertThat(visit.text("source-quarantine dialog .body")).contains("<img src=x");
      visit.page.screenshot(new ScreenshotOptions().setPath(Console.picture("source-mend")));
      visit.isAccessible("a submission that is mended");
      visit.find("source-quarantine dialog input[name=email]").fill("no address");
      visit.find("text=Mend it").click();
      visit.find(".toast[data-shown=true]:has-text('It stays')").waitFor();
      visit.find("source-quarantine dialog input[name=email]").fill(id + "@mended.example");
      visit.find("text=Mend it").click();
      visit.find(".toast[data-shown=true]:has-text('new lead')").waitFor();

      visit.find("source-quarantine tbody button").first().click();
      visit.find("#discard-reason").selectOption("SPAM");
      visit.find("text=Discard it").click();
      visit.find("source-quarantine .empty").waitFor();
    }
  }

  @Test
  void aListIsUploadedUnderstoodTriedAndWritten() {
    connected();
    String list =
        "Visitor;E-Mail;Company\nIda;%1$s.1@list.example;Lang\nBo;%1$s.2@list.example;\nNobody;;X\n"
            .formatted(id);
    try (Visit visit = console.as("marketing").at("#/sources/" + id + "?show=imports")) {
      visit
          .find("#list-file")
          .setInputFiles(new FilePayload("visitors.csv", "text/csv", list.getBytes(UTF_8)));
      visit.find("source-imports form button.main").first().click();
      visit.find("source-imports .import tbody tr:has-text('Ida · Bo')").waitFor();
      assertThat(visit.text("source-imports .import")).contains("3 rows");
      assertThat(visit.find("select[name=use-1]").inputValue()).isEqualTo("EMAIL");
      visit.find("select[name=use-0]").selectOption("FULL_NAME");
      visit.find("input[value=INQUIRIES]").check();
      visit.find("text=Confirm").click();
      visit.find("source-imports .import .state:has-text('Ready')").waitFor();
      visit.find("source-imports .import button:has-text('Try it')").click();
      visit.find("h3:has-text('What would happen')").waitFor();
      visit.find("source-imports .import .state:has-text('Ready')").waitFor();
      visit.find("text=Rows that would be quarantined").waitFor();
      visit.page.screenshot(
          new ScreenshotOptions().setFullPage(true).setPath(Console.picture("source-import")));
      visit.isAccessible("an import");
      visit.find("text=Start the import").click();
      visit.find("source-imports .import .state:has-text('Done')").waitFor();
      assertThat(visit.text("source-imports .import")).contains("Rows in quarantine").contains("3");
      visit.find("source-imports table[class=list] th button:has-text('visitors.csv')").waitFor();
    }
  }

  @Test
  void whatThePlatformCountsIsNotedAndWhatIsMissingShows() {
    connected();
    accepted(SECRET, "{\"email\": \"%s@counted.example\"}".formatted(id));
    try (Visit visit = console.as("marketing").at("#/sources/" + id + "?show=reconciliation")) {
      visit.find("source-reconciliation input[name=sent]").fill("3");
      visit.find("text=Note it").click();
      visit.find("source-reconciliation td .state:has-text('2')").waitFor();
    }
  }

  private void connect(Visit visit, String platform) {
    visit.find("sources-page tbody tr").first().waitFor();
    visit.find("text=Connect a platform").first().click();
    visit.find("#connect-platform").selectOption(platform);
    visit.find("#connect-name").fill("Our own forms");
    visit.find("#connect-id").fill(id);
    visit.find("#connect-campaign").fill("spring");
    visit.find("sources-page dialog button.main").click();
  }

  private void connected() {
    var answer =
        console
            .played()
            .doors()
            .send(
                Call.put(
                    "marketing",
                    "/api/intake/v1/sources/" + id,
                    Map.of("name", "Forms of ours", "platform", "GENERIC", "secret", SECRET)));
    assertThat(answer.status()).isEqualTo(201);
  }

  private void accepted(String secret, String body) {
    assertThat(post(secret, body)).isEqualTo(200);
  }

  private int post(String secret, String body) {
    return post(Call.signed(door(), Map.of("X-Webhook-Secret", secret), body.getBytes(UTF_8)));
  }

  /** Its status, whatever it is. */
  private int post(Call webhook) {
    return new HttpDoors(console.origin(), role -> null).send(webhook).status();
  }

  private String door() {
    return "/api/intake/v1/webhooks/" + id;
  }
}
