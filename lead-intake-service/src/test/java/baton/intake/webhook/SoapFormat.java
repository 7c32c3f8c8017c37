package baton.intake.webhook;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Outbound messages as XML. */
final class SoapFormat implements BodyFormat {

  /** An element that has nothing but text. */
  private static final Pattern LEAF = Pattern.compile("<([\\w:]+)>([^<]*)</\\1>");

  private static final List<String> OTHERS =
      List.of("", " ", "-1", "<a><b>1</b></a>", "<![CDATA[<x>]]>", "&#128169;", "<!-- x -->");

  @Override
  public String mediaType() {
    return "text/xml; charset=UTF-8";
  }

  @Override
  public Stream<String> withUnknownFields(String inquiry) {
    return Stream.of(
        inquiry.replace("<sf:Id>", "<sf:x_mark__c>1</sf:x_mark__c><sf:Id>"),
        inquiry.replace("<Notification>", "<Notification><x><y>1</y></x>"),
        inquiry.replace("<Notification>", "<Mark/><Notification>"),
        inquiry.replace("<Notification>", "<Notification><!-- mark -->"));
  }

  @Override
  public Stream<String> withOtherValues(String inquiry) {
    return LEAF.matcher(inquiry)
        .results()
        .flatMap(leaf -> OTHERS.stream().map(o -> with(inquiry, leaf, o)));
  }

  private static String with(String inquiry, MatchResult leaf, String other) {
    return inquiry.substring(0, leaf.start(2)) + other + inquiry.substring(leaf.end(2));
  }

  @Override
  public String withAFieldTwice(String inquiry) {
    MatchResult email =
        Pattern.compile("<sf:Email>.*?</sf:Email>")
            .matcher(inquiry)
            .results()
            .findFirst()
            .orElseThrow();
    return inquiry.replace(email.group(), email.group() + email.group());
  }

  @Override
  public List<String> empty() {
    return List.of("", " ", "{}", "<a/>", "<a>", "<notifications/>", "\u0000", "&amp;");
  }

  @Override
  public List<String> unusableItems() {
    return List.of(
        "<Notification/>",
        "<Notification>7</Notification>",
        "<Notification><Id/></Notification>",
        "<Notification><sObject/></Notification>",
        "<Notification><sObject xsi:type=\"sf:Lead\">x<a>1</a>y</sObject></Notification>");
  }

  @Override
  public Stream<String> huge(String inquiry) {
    return Stream.of(
        inquiry.replace("</sf:Email>", "</sf:Email><sf:x>" + "y".repeat(500_000) + "</sf:x>"),
        inquiry.replace(
            "</sf:Email>",
            "</sf:Email><sf:x>" + "<a>".repeat(50_000) + "</a>".repeat(50_000) + "</sf:x>"),
        "<a>".repeat(50_000));
  }
}
