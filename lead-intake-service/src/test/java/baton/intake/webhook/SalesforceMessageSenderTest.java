package baton.intake.webhook;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import baton.intake.sources.Platform;
import baton.intake.submission.Content;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Outbound messages, as Salesforce describes them. */
class SalesforceMessageSenderTest extends SenderConformance {

  private static final String SECRET = "made-by-Baton";
  private static final String LEAD =
      """
      <Notification><Id>04lxx0000000001AAA</Id>
        <sObject xsi:type="sf:Lead" xmlns:sf="urn:sobject.enterprise.soap.sforce.com">
          <sf:Id>00Qxx0000000001AAA</sf:Id><sf:FirstName>J\u00f6rg</sf:FirstName><sf:LastName>Meyer</sf:LastName>
          <sf:Email>jo@example.com</sf:Email><sf:Phone xsi:nil="true"/>
          <sf:MobilePhone>+491705550123</sf:MobilePhone><sf:Company>Example &amp; Co</sf:Company>
          <sf:Title>Head of Purchasing</sf:Title><sf:Country>Germany</sf:Country>
          <sf:NumberOfEmployees>250</sf:NumberOfEmployees><sf:Website>www.example.com</sf:Website>
          <sf:Description>Call me</sf:Description><sf:IsConverted>false</sf:IsConverted>
          <sf:utm_campaign__c>spring fair</sf:utm_campaign__c><sf:Wish__c>A call</sf:Wish__c>
        </sObject></Notification>""";

  @Test
  void aLeadSaysWhatItsFieldsSay() {
    Content said = ((Said.Inquiry) items(message(LEAD)).get(0).said()).content();
    assertThat(said.email()).isEqualTo("jo@example.com");
    assertThat(said.phone()).isEqualTo("+491705550123");
    assertThat(said.givenName()).isEqualTo("J\u00f6rg");
    assertThat(said.familyName()).isEqualTo("Meyer");
    assertThat(said.company()).isEqualTo("Example & Co");
    assertThat(said.companyDomain()).isEqualTo("example.com");
    assertThat(said.title()).isEqualTo("Head of Purchasing");
    assertThat(said.country()).isEqualTo("DE");
    assertThat(said.employees()).isEqualTo(250);
    assertThat(said.notes()).isEqualTo("Call me");
    assertThat(said.campaign()).isEqualTo("spring fair");
    assertThat(said.answers()).isEqualTo(Map.of("Wish", "A call"));
  }

  /** The JDK's parser failed on it with an exception of its own resources. */
  @Test
  void aDocumentTypeThatIsBrokenIsNoObstacle() {
    for (String broken :
        List.of("<!DOCTYPE a [\u0001", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>")) {
      assertThat(items(broken).get(0).said()).isEqualTo(new Said.Unreadable());
    }
  }

  @Test
  void anotherEncodingThatTheDocumentNamesIsRead() {
    String latin = message(LEAD).replace("UTF-8", "ISO-8859-1");
    Content said = ((Said.Inquiry) items(latin, ISO_8859_1).get(0).said()).content();
    assertThat(said.givenName()).isEqualTo("J\u00f6rg");
  }

  @Test
  void ofSeveralEachIsAnItemAndWhatIsNoPersonIsNotMapped() {
    String deal =
        LEAD.replace("sf:Lead", "sf:Opportunity").replace("04lxx0000000001", "04lxx0000000002");
    String contact =
        LEAD.replace("sf:Lead", "sf:Contact").replace("04lxx0000000001", "04lxx0000000003");
    List<Item> items = items(message(LEAD + deal + "<Notification/>" + contact));
    assertThat(items)
        .extracting(item -> item.said().getClass().getSimpleName())
        .containsExactly("Inquiry", "Unmapped", "Unmapped", "Inquiry");
    assertThat(items).extracting(Item::identity).doesNotHaveDuplicates();
  }

  @Test
  void theIdOfTheNotificationMakesItOneWithItsCheckSumOrWithout() {
    String changed = LEAD.replace("Call me", "Call me now");
    assertThat(identity(changed)).isEqualTo(identity(LEAD));
    assertThat(identity(LEAD.replace("04lxx0000000001AAA", "04lxx0000000001")))
        .isEqualTo(identity(LEAD));
    assertThat(identity(LEAD.replace("04lxx0000000001", "04lxx0000000002")))
        .isNotEqualTo(identity(LEAD));
  }

  @Test
  void theSessionThatAMessageBringsIsNotKept() {
    for (Item item : items(message(LEAD))) {
      assertThat(new String(item.raw(), UTF_8))
          .contains("jo@example.com")
          .doesNotContain("00Dsession");
      assertThat(item.mediaType()).isEqualTo("application/json");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "<a/>",
        "<a>",
        "<notifications xmlns=\"http://soap.sforce.com/2005/09/outbound\"/>",
        "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><a>&e;</a>",
        "<!DOCTYPE a [<!ENTITY l \"lol\"><!ENTITY m \"&l;&l;&l;&l;\">]><a>&m;</a>"
      })
  void whatIsNoMessageIsUnreadable(String body) {
    assertThat(items(body)).extracting(Item::said).containsExactly(new Said.Unreadable());
  }

  @Test
  void noFileIsReadForAnEntity() {
    String body =
        message(LEAD.replace("Call me", "&e;"))
            .replace("?>", "?><!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>");
    assertThat(items(body)).extracting(Item::said).containsExactly(new Said.Unreadable());
  }

  @Test
  void aDeepDocumentIsNoObstacle() {
    String deep = "<a>".repeat(50_000) + "</a>".repeat(50_000);
    assertThat(items(deep)).hasSize(1);
    assertThat(items(message(LEAD.replace("Call me", deep)))).hasSize(1);
  }

  @Test
  void theKeyInTheAddressProvesItAndNothingLikeItDoes() {
    assertThat(isAuthentic("?key=made-by-Baton")).isTrue();
    assertThat(isAuthentic("?region=emea&key=made%2Dby-Baton")).isTrue();
    for (String query :
        List.of(
            "",
            "?",
            "?key",
            "?key=",
            "?key=made-by-Bato",
            "?key=made-by-Baton2",
            "?Key=made-by-Baton",
            "?key=made-by-Baton&key=x",
            "?key=%",
            "?x=key=made-by-Baton")) {
      assertThat(isAuthentic(query)).as(query).isFalse();
    }
  }

  @Test
  void itWantsItsAcknowledgement() {
    Answer answer = sender.answer(delivery("", "", UTF_8)).orElseThrow();
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.mediaType()).isEqualTo("text/xml");
    assertThat(answer.body())
        .contains("<notificationsResponse xmlns=\"http://soap.sforce.com/2005/09/outbound\">")
        .contains("<Ack>true</Ack>");
  }

  private boolean isAuthentic(String query) {
    return sender.isAuthentic(delivery(query, message(LEAD), UTF_8), SECRET);
  }

  private String identity(String notification) {
    return items(message(notification)).get(0).identity();
  }

  private List<Item> items(String body) {
    return items(body, UTF_8);
  }

  private List<Item> items(String body, Charset charset) {
    return sender.items(delivery("", body, charset));
  }

  private static Delivery delivery(String query, String body, Charset charset) {
    return Deliveries.of(
        Deliveries.source(Platform.SALESFORCE_OUTBOUND_MESSAGE, false),
        Deliveries.URI + query,
        Map.of("Content-Type", "text/xml; charset=UTF-8"),
        body.getBytes(charset));
  }

  private static String message(String notifications) {
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"
            xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><soapenv:Body>
          <notifications xmlns="http://soap.sforce.com/2005/09/outbound">
            <OrganizationId>00Dxx0000000001AAA</OrganizationId><ActionId>04kxx0000000001AAA</ActionId>
            <SessionId>00Dsession</SessionId>%s</notifications>
        </soapenv:Body></soapenv:Envelope>"""
        .formatted(notifications);
  }

  @Override
  Ways ways() {
    return new Ways() {
      @Override
      public Platform platform() {
        return Platform.SALESFORCE_OUTBOUND_MESSAGE;
      }

      @Override
      public String secret(int number) {
        return "made-by-Baton-" + number;
      }

      @Override
      public String query(String secret) {
        return "?key=" + secret;
      }

      @Override
      public BodyFormat format() {
        return new SoapFormat();
      }

      @Override
      public String inquiry(String email, String id) {
        return message(
            LEAD.replace("jo@example.com", email)
                .replace("04lxx0000000001", "04lxx000000" + "0000".substring(id.length()) + id));
      }

      @Override
      public String batch(List<String> items) {
        return message(
            items.stream()
                .map(item -> item.replaceAll("(?s)^.*</SessionId>|</notifications>.*$", ""))
                .collect(Collectors.joining()));
      }

      @Override
      public boolean coversBody() {
        return false;
      }
    };
  }
}
