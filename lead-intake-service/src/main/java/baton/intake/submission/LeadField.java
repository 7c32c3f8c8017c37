package baton.intake.submission;

import baton.intake.Written;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The fields of a lead, and by which names senders call them: {@code work_email}, {@code
 * EmailAddress} and {@code E-Mail} mean the same.
 */
public enum LeadField {
  EMAIL(
      320,
      text -> text.contains("@"),
      "email",
      "emailaddress",
      "workemail",
      "businessemail",
      "mail"),
  PHONE(
      60,
      "phone",
      "phonenumber",
      "mobile",
      "mobilephone",
      "mobilephonenumber",
      "workphone",
      "workphonenumber",
      "telephone",
      "tel",
      "callernum"),
  GIVEN_NAME(200, "givenname", "firstname", "fname"),
  FAMILY_NAME(200, "familyname", "lastname", "surname", "lname"),
  FULL_NAME(400, "fullname", "name", "contactname"),
  TITLE(200, "title", "jobtitle", "position"),
  COMPANY(300, "company", "companyname", "organisation", "organization", "orgname"),
  COMPANY_DOMAIN(253, text -> text.contains("."), "companydomain", "domain"),
  COUNTRY(100, "country", "countrycode"),
  INDUSTRY(200, "industry"),
  EMPLOYEES(24, "employees", "numemployees", "numberofemployees"),
  CAMPAIGN(200, "campaign", "campaignname", "utmcampaign", "campaignid"),
  NOTES(10_000, "notes", "message", "comments", "comment"),
  SENT_AT(40, "sentat", "submittedat", "createdat", "timestamp", "datetime"),
  EXTERNAL_ID(200);

  private final int longest;
  private final Predicate<String> form;
  private final List<String> names;

  LeadField(int longest, String... names) {
    this(longest, text -> true, names);
  }

  LeadField(int longest, Predicate<String> form, String... names) {
    this.longest = longest;
    this.form = form;
    this.names = List.of(names);
  }

  /** Their names, each as {@link #plain} writes it, the plainest first. */
  public List<String> names() {
    return names;
  }

  /** Whether it can be a value of this field. */
  public boolean takes(String text) {
    return text.length() <= longest && form.test(text);
  }

  /** The field that is called so, if there is one. */
  public static Optional<LeadField> called(String name) {
    String plain = plain(name);
    return Stream.of(values()).filter(field -> field.names.contains(plain)).findFirst();
  }

  /** A name without what differs from sender to sender: case, blanks and punctuation. */
  public static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  /** What these values say; one that is not of the form of its field says nothing. */
  public static Content content(Map<LeadField, String> values) {
    return new Content(
        values.get(EMAIL),
        values.get(PHONE),
        values.get(GIVEN_NAME),
        values.get(FAMILY_NAME),
        values.get(FULL_NAME),
        values.get(TITLE),
        values.get(COMPANY),
        values.get(COMPANY_DOMAIN),
        Written.country(values.get(COUNTRY)),
        values.get(INDUSTRY),
        Written.number(values.get(EMPLOYEES)),
        values.get(CAMPAIGN),
        values.get(NOTES),
        Map.of(),
        Written.time(values.get(SENT_AT)),
        values.get(EXTERNAL_ID),
        List.of());
  }
}
